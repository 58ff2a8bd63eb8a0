import { requireAllowed } from "../tasks/settings/policy-limits";
import { readPolicy } from "./settings/policy-store";
import { vaultView } from "./vault/vault-view";

/**
 * Opens the token and puts it on the clipboard; it is kept nowhere.
 *
 * @throws {@link ClipboardError}, and `SetByOrganisationError` where copying is forbidden.
 */
export async function copyToken(keyId: string): Promise<void> {
  requireAllowed(await readPolicy(), "copy");
  const token = await (await vaultView()).token(keyId);
  try {
    await navigator.clipboard.writeText(token);
  } catch (cause) {
    throw new ClipboardError("the browser did not allow copying", { cause });
  }
}

export class ClipboardError extends Error {
  override name = "ClipboardError";
}
