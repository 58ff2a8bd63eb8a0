import type { FormLimits } from "../../page/form-limits";
import type { Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";

/** The limits of the console's form as it was seen last. */
export interface KnownLimits extends FormLimits {
  /** ISO instant. */
  seenAt: string;
}

const NAME = "form-limits";

/** As they were checked on arrival: since then nobody but the vault could write them. */
export async function readFormLimits(vault: Documents): Promise<KnownLimits | null> {
  return (await vault.document("settings", NAME)) as KnownLimits | null;
}

/** While the vault is locked nothing is noted; the form says it again the next time. */
export async function putFormLimits(
  vault: Vault,
  limits: FormLimits,
  nowMs: number,
): Promise<void> {
  if ((await vault.state()) !== "open") return;
  await vault.putDocument("settings", NAME, { ...limits, seenAt: new Date(nowMs).toISOString() });
}
