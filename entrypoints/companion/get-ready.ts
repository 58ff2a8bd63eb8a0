import { send } from "../../lib/browser/messaging";
import { ownGate } from "../../lib/browser/vault/vault-view";
import { readAhead } from "../../lib/vault/read-ahead";
import { rehearseList } from "./rehearse-list";
import { loadEstate } from "./use-estate";

/**
 * A locked picture stands, and the person is about to type: worker and view read what takes long,
 * and what the open picture is drawn with is loaded. Nothing depends on any of it.
 */
export async function getReady(): Promise<void> {
  await Promise.allSettled([
    send("getReady"),
    ownGate().then(readAhead),
    loadEstate(),
    import("./load-key-care"),
  ]);
  rehearseList();
}
