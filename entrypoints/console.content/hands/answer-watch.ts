import { complaintSince, spokenTexts } from "../../../lib/page/console-words";
import type { CreateForm } from "../../../lib/page/create-form";
import { findRevealControl } from "../../../lib/page/creation-controls";
import { dialogsShown, findQuestion, showsOnce } from "../../../lib/page/question";
import { isShown } from "../../../lib/page/text";
import { tokensShown } from "../../../lib/page/token-text";
import { pressOn } from "../../../lib/page/write-field";
import { t } from "../../../lib/words/words";
import type { AskNote } from "./ask-note";
import type { Job } from "./hands";
import type { PagePlaces } from "./page-places";
import type { Refusals } from "./refusals";

/** What stood in the page before a form was sent. */
export interface BeforeSending {
  texts: ReadonlySet<string>;
  tokens: ReadonlySet<string>;
  dialogs: ReadonlySet<string>;
}

const LOOK_MS = 120;
/** A complaint that came after a refused request and stays so long is the answer. */
const COMPLAINT_MS = 700;
/** Without one it may be words that pass the time; taking them for the answer would cost the token. */
const UNPROVEN_MS = 15_000;
const QUESTION_MS = 700;
/** The console may take its time; a form that is gone without a token for so long has nothing to show. */
const NOTHING_MS = 15_000;
const REVEAL_MS = 500;

export function beforeSending(roots: ParentNode[], frame: Element): BeforeSending {
  return {
    texts: spokenTexts(roots, frame),
    tokens: tokensShown(roots),
    dialogs: new Set(dialogsShown(roots).keys()),
  };
}

/** Sees what comes of a form that was sent: a token, a complaint, or nothing at all. */
export async function watchAnswer(
  job: Job,
  places: PagePlaces,
  form: () => CreateForm,
  frame: Element,
  before: BeforeSending,
  refusals: Refusals,
  note: AskNote,
): Promise<void> {
  const revealed = new WeakSet<Element>();
  const pressedAtMs = Date.now();
  let complaint = null as { words: string; sinceMs: number } | null;
  let goneSinceMs = 0;
  /** When a key that cannot be read was last on screen: the page must not be loaded anew then. */
  let shownAtMs = 0;
  let isAsked = false;
  let askedSinceMs = 0;
  while (!job.isOver()) {
    await job.pause(LOOK_MS);
    const roots = places.roots();
    if ([...tokensShown(roots)].some((token) => !before.tokens.has(token))) {
      // Seen: from here the capture takes over, and the background ends this job.
      complaint = null;
      continue;
    }
    const found = findQuestion(roots, before.dialogs);
    askedSinceMs = found ? askedSinceMs || Date.now() : 0;
    // Something may only pass by on the way to the key.
    const question = Date.now() - askedSinceMs > QUESTION_MS ? found : null;
    note.ask(question && t("page.question"), question);
    if (Boolean(question) !== isAsked) {
      isAsked = Boolean(question);
      await job.report({ kind: isAsked ? "question" : "pressed" });
    }
    if (isAsked) {
      goneSinceMs = 0;
      continue;
    }
    const nowMs = Date.now();
    const isFormThere = form().expiry.some((field) => field.isConnected && isShown(field));
    goneSinceMs = isFormThere ? 0 : goneSinceMs || nowMs;
    if (showsOnce(roots, before.dialogs)) shownAtMs = nowMs;
    if (goneSinceMs > 0 && nowMs - goneSinceMs > REVEAL_MS) {
      const reveal = findRevealControl(roots, revealed);
      if (reveal) {
        revealed.add(reveal);
        pressOn(reveal);
      }
    }
    const words = complaintSince(before.texts, spokenTexts(roots, frame));
    const pageMs = performance.now();
    if (words !== complaint?.words) complaint = words === null ? null : { words, sinceMs: pageMs };
    if (
      isFormThere &&
      complaint &&
      pageMs - complaint.sinceMs >
        (refusals.isRefusedBy(complaint.sinceMs) ? COMPLAINT_MS : UNPROVEN_MS)
    ) {
      await job.report({ kind: "said", words: complaint.words });
      return;
    }
    if (goneSinceMs > 0 && nowMs - Math.max(goneSinceMs, pressedAtMs, shownAtMs) > NOTHING_MS) {
      await job.report({ kind: "unseen" });
      return places.reportRows(job);
    }
  }
}
