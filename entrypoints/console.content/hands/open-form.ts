import { findCreateControl, findCreateForm } from "../../../lib/page/creation-controls";
import { findCustomDate } from "../../../lib/page/custom-date";
import { dialogsShown } from "../../../lib/page/question";
import { tokensShown } from "../../../lib/page/token-text";
import { pressOn } from "../../../lib/page/write-field";
import type { AskNote } from "./ask-note";
import { type FormHands, formHands } from "./form-hands";
import type { Job } from "./hands";
import type { PagePlaces } from "./page-places";

const LOOK_MS = 60;
const OPENS_MS = 8_000;
const PRESS_AGAIN_MS = 3_000;
/** So long a tab may take to come to the front. */
const APPEARS_MS = 2_000;

/** Finds the form, or opens it; `null` when the page offers none. */
export async function openForm(
  job: Job,
  places: PagePlaces,
  note: AskNote,
): Promise<FormHands | null> {
  await comeToFront(job);
  const startedAtMs = Date.now();
  let pressedAtMs = 0;
  let before = 0;
  let hasControl = false;
  while (!job.isOver()) {
    const roots = places.roots();
    const form = findCreateForm(roots);
    const isWhole = form?.description && (form.expiry.length > 0 || findCustomDate(form));
    if (form && (isWhole || Date.now() - startedAtMs > OPENS_MS))
      return formHands(form, job, places, note, pressedAtMs > 0);
    const control = findCreateControl(roots);
    hasControl ||= control !== null;
    const shown = dialogsShown(roots).size + tokensShown(roots).size;
    if (pressedAtMs === 0) before = shown;
    // Where anything came of the press, a second one may make a second key.
    const isIdle = shown === before && Date.now() - pressedAtMs > PRESS_AGAIN_MS;
    if (control && !form && isIdle) {
      pressedAtMs = Date.now();
      pressOn(control);
    }
    const waitedMs = Date.now() - startedAtMs;
    if (waitedMs > OPENS_MS + PRESS_AGAIN_MS) {
      await job.report({ kind: "not-understood", part: hasControl ? "form" : "create button" });
      return null;
    }
    await job.pause(LOOK_MS);
  }
  return null;
}

/** Nothing is painted in a tab behind others: calendars wait for that, and the new key would not be seen. */
async function comeToFront(job: Job): Promise<void> {
  if (!document.hidden) return;
  await job.report({ kind: "hidden" });
  const startedAtMs = Date.now();
  while (document.hidden && !job.isOver() && Date.now() - startedAtMs < APPEARS_MS)
    await job.pause(LOOK_MS);
}
