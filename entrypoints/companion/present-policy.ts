import { drawUnder, presentPolicy } from "../../components/chosen";
import { readPolicy } from "../../lib/browser/settings/policy-store";

/** Brings what is drawn under the organisation's policy. @returns whether that is another than before. */
export async function isPolicyNew(): Promise<boolean> {
  const policy = await readPolicy();
  const isNew = JSON.stringify(policy) !== JSON.stringify(presentPolicy());
  drawUnder(policy);
  return isNew;
}
