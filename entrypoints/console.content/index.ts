import { defineContentScript } from "wxt/utils/define-content-script";
import { isExtensionAlive as isAlive } from "../../lib/browser/console/alive";
import { openConsoleLine } from "../../lib/browser/console/console-line";
import { send } from "../../lib/browser/messaging";
import { servePage } from "../../lib/browser/serving";
import { browserWords } from "../../lib/browser/settings/browser-words";
import type { PageSettings } from "../../lib/messages";
import { speak } from "../../lib/words/words";
import { wordsOf } from "../../lib/words/words-of";
import { createColumnReader, readInstant } from "./badges/column-reader";
import { companionOnPage } from "./companion-on-page";
import { createHands } from "./hands/hands";
import { createRowPointer } from "./hands/row-pointer";
import { outliving } from "./outliving-words";

export default defineContentScript({
  matches: ["https://partner.impossiblecloud.com/*"],
  runAt: "document_end",
  main(ctx) {
    const ownWords = outliving(browserWords);
    speak(ownWords);
    // Everything is on until the background says otherwise: no token waits for that.
    let settings: PageSettings | null = null;
    const companion = companionOnPage({
      isAlive,
      reader: createColumnReader(),
      readText: readInstant,
      onAsked: (note) => line.note(note),
      onLife: () => line.renew(),
      settings: () => settings,
      isWorking: () => hands.isWorking(),
    });
    const line = openConsoleLine(companion.resume, companion.lineEnded);
    const hands = createHands(isAlive);
    const pointer = createRowPointer(isAlive);
    const stopServing = servePage({
      vaultChanged: companion.vaultChanged,
      settingsChanged,
      report: companion.report,
      work: hands.work,
      stopWork: hands.stopWork,
      pointOut: pointer.pointOut,
    });
    function settingsChanged(changed: PageSettings): void {
      settings = changed;
      speak(changed.words ? wordsOf(changed.words, ownWords) : ownWords);
      companion.settingsChanged();
    }
    send("pageSettings").then(settingsChanged, () => null);
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
