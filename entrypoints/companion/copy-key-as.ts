import { ClipboardError } from "../../lib/browser/copy-token";
import { send } from "../../lib/browser/messaging";
import { readPolicy } from "../../lib/browser/settings/policy-store";
import { ownVault } from "../../lib/browser/vault/own-vault";
import { type ApiCall, type CopyForm, copyAs } from "../../lib/tasks/copy-as";
import { keptKey } from "../../lib/tasks/key-client";
import { requireAllowed } from "../../lib/tasks/settings/policy-limits";

/** Puts a key, or a call with it, on the clipboard; the key itself only when it was asked for. */
export async function copyKeyAs(
  keyId: string,
  form: CopyForm,
  call: ApiCall,
  includesKey: boolean,
): Promise<void> {
  if (includesKey) requireAllowed(await readPolicy(), "copy");
  const vault = await ownVault();
  const { apiHost } = await keptKey(vault, keyId);
  const token = includesKey ? await vault.token(keyId) : null;
  const text = copyAs(form, { apiHost, call, token });
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    throw new ClipboardError("the browser did not allow copying", { cause });
  }
  if (includesKey) await send("copied");
}
