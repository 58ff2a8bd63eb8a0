import { defineContentScript } from "wxt/utils/define-content-script";
import { isExtensionAlive as isAlive } from "../../lib/browser/alive";
import { browserWords } from "../../lib/browser/browser-words";
import { openConsoleLine } from "../../lib/browser/console-line";
import { send } from "../../lib/browser/messaging";
import { servePage } from "../../lib/browser/serving";
import { speak } from "../../lib/words/words";
import { createColumnReader, readInstant } from "./column-reader";
import { companionOnPage } from "./companion-on-page";
import { createHands } from "./hands";
import { createRowPointer } from "./row-pointer";

export default defineContentScript({
  matches: ["https://partner.impossiblecloud.com/*"],
  runAt: "document_end",
  main(ctx) {
    speak(browserWords);
    const companion = companionOnPage({
      isAlive,
      reader: createColumnReader(),
      readText: readInstant,
      onAsked: (note) => line.note(note),
      onLife: () => line.renew(),
    });
    const line = openConsoleLine(companion.resume, companion.lineEnded);
    const hands = createHands(isAlive);
    const pointer = createRowPointer(isAlive);
    const stopServing = servePage({
      vaultChanged: companion.vaultChanged,
      report: companion.report,
      work: hands.work,
      stopWork: hands.stopWork,
      pointOut: pointer.pointOut,
    });
    // A creation under way goes on here; without one nothing happens.
    send("consoleReady").catch(() => null);
    ctx.onInvalidated(() => {
      companion.stop();
      hands.stop();
      pointer.stop();
      line.stop();
      if (isAlive()) stopServing();
    });
  },
});
