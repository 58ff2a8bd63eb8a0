import { ClipboardError } from "../../lib/browser/companion";
import { send } from "../../lib/browser/messaging";
import { ownVault } from "../../lib/browser/own-vault";
import { type ApiCall, type CopyForm, copyAs } from "../../lib/tasks/copy-as";
import { keptKey } from "../../lib/tasks/key-client";

/** Puts a key, or a call with it, on the clipboard; the key itself only when it was asked for. */
export async function copyKeyAs(
  keyId: string,
  form: CopyForm,
  call: ApiCall,
  includesKey: boolean,
): Promise<void> {
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
