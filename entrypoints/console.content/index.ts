import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { send, servePage } from "../../lib/browser/messaging";
import { createColumnReader, readInstant } from "./column-reader";
import { companionOnPage } from "./companion-on-page";
import { createHands } from "./hands";

export default defineContentScript({
  matches: ["https://partner.impossiblecloud.com/*"],
  runAt: "document_end",
  main(ctx) {
    const isAlive = () => browser.runtime?.id !== undefined;
    const companion = companionOnPage({
      isAlive,
      reader: createColumnReader(),
      readText: readInstant,
    });
    const hands = createHands(isAlive);
    const stopServing = servePage({
      vaultChanged: companion.vaultChanged,
      report: companion.report,
      work: hands.work,
      stopWork: hands.stopWork,
    });
    // A creation under way goes on here; without one nothing happens.
    send("consoleReady").catch(() => null);
    ctx.onInvalidated(() => {
      companion.stop();
      hands.stop();
      if (isAlive()) stopServing();
    });
  },
});
