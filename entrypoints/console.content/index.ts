import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { servePage } from "../../lib/browser/messaging";
import { createColumnReader, readInstant } from "./column-reader";
import { companionOnPage } from "./companion-on-page";

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
    const stopServing = servePage({
      vaultChanged: companion.vaultChanged,
      report: companion.report,
    });
    ctx.onInvalidated(() => {
      companion.stop();
      if (isAlive()) stopServing();
    });
  },
});
