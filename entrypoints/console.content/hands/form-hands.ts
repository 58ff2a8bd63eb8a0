import type { CreateForm } from "../../../lib/page/create-form";
import {
  findCancelControl,
  findCreateForm,
  findHindrance,
  findSubmitControl,
  frameOf,
} from "../../../lib/page/creation-controls";
import { chooseCustomDate, findCustomDate } from "../../../lib/page/custom-date";
import { fillExpiry } from "../../../lib/page/fill-expiry";
import { readFormLimits } from "../../../lib/page/form-limits";
import { mayShowExpiry, noEvidence, shownExpiry } from "../../../lib/page/shown-expiry";
import { isShown } from "../../../lib/page/text";
import { focusOn, leave, pressOn, write } from "../../../lib/page/write-field";
import { t } from "../../../lib/words/words";
import { beforeSending, watchAnswer } from "./answer-watch";
import type { AskNote } from "./ask-note";
import { askWords, surroundingsOf } from "./asked-field";
import type { Job } from "./hands";
import { watchOwnSending } from "./own-sending";
import type { PagePlaces } from "./page-places";
import { watchRefusals } from "./refusals";

/** The open form of one job. */
export interface FormHands {
  /** Until the form says description and expiry; `false` when the job ended on the way. */
  fill(): Promise<boolean>;
  /** Closes a form that was opened for this and not sent: nothing is left half done. */
  putAway(): void;
  /** Presses the console's own button, and sees what comes of it. */
  sendOnce(): Promise<void>;
}

const LOOK_MS = 60;
/** So long the console's button may take to be enabled by its fields. */
const ENABLED_MS = 8_000;
/** So long a date field may take to appear behind the choice of an own date. */
const CUSTOM_MS = 1_500;
const STEADY_MS = 150;
/** What failed sooner than this may have met a page that was still drawing itself. */
const DRAWN_MS = 4_000;

/** @param isOpenedByUs - Nobody had opened the form: it may be closed again. */
export function formHands(
  first: CreateForm,
  job: Job,
  places: PagePlaces,
  note: AskNote,
  isOpenedByUs: boolean,
): FormHands {
  const wantedMs = Date.parse(job.work.expiresAt);
  const evidence = noEvidence();
  let form = first;
  let isChosenByHand = false;
  const sending = watchOwnSending(
    () => form,
    // Told before the key can appear, or it would be taken for one that nobody asked us for.
    () => void job.report({ kind: "ready", similar: places.similar(job.work) }),
  );
  const atFirst = beforeSending(places.roots(), frameOf(form));

  /** What else a page asks for, such as a permission, is the person's to choose. */
  const isReady = () => says() && findHindrance(form) === null;
  const says = () =>
    saysDescription() &&
    findCustomDate(form) === null &&
    (shownExpiry(form, evidence) === wantedMs ||
      (isChosenByHand && mayShowExpiry(form, evidence, wantedMs)));
  const saysDescription = () => form.description?.value.trim() === job.work.description;

  /** Kits redraw their fields; the form stays the form while it has both. */
  function refresh(): boolean {
    const fields = [form.description, ...form.expiry];
    if (fields.every((field) => field?.isConnected && isShown(field))) return true;
    const again = findCreateForm(places.roots());
    if (again) form = again;
    return again !== null;
  }

  function describe(): void {
    if (!form.description || saysDescription()) return;
    focusOn(form.description);
    write(form.description, job.work.description);
    leave(form.description);
  }

  async function fill(): Promise<boolean> {
    await job.report({ kind: "form", limits: readFormLimits(form, Date.now()) });
    if (job.isOver()) return false;
    // The expiry first: while the description is empty, no mishap can send the form.
    const custom = findCustomDate(form);
    if (custom) await dateAppears(custom);
    const startedAtMs = Date.now();
    let isFilled = await fillExpiry(form, wantedMs, evidence);
    // A page that was still busy drawing itself may have dropped it; where many ways of writing were
    // tried in turn, it had time enough.
    const isEarly = Date.now() - startedAtMs < DRAWN_MS;
    if (!isFilled && isEarly && !sending.isSent() && refresh())
      isFilled = await fillExpiry(form, wantedMs, evidence);
    if (sending.isSent()) return !job.isOver();
    if (job.isOver() || !(await stillThere())) return false;
    describe();
    const describedAtMs = Date.now();
    do await job.pause(LOOK_MS);
    while (says() && !isReady() && !job.isOver() && Date.now() - describedAtMs < ENABLED_MS);
    return isFilled && isReady() ? !job.isOver() : handOver();
  }

  /** A field that was asked for by choosing it; the form is another then. */
  async function dateAppears(choice: HTMLElement): Promise<void> {
    const startedAtMs = Date.now();
    const before = form.expiry.length;
    chooseCustomDate(choice);
    while (!job.isOver() && Date.now() - startedAtMs < CUSTOM_MS) {
      await job.pause(LOOK_MS);
      form = findCreateForm(places.roots()) ?? form;
      if (form.expiry.length > before) return;
    }
  }

  function putAway(): void {
    sending.stop();
    if (!isOpenedByUs || sending.isSent() || !isShown(form.container)) return;
    const control = findCancelControl(form);
    if (control) pressOn(control);
  }

  async function stillThere(): Promise<boolean> {
    if (refresh()) return true;
    await job.report({ kind: "not-understood", part: "form" });
    return false;
  }

  /** The person chooses; as soon as the form agrees, it goes on. */
  async function handOver(): Promise<boolean> {
    let chosenAtMs = 0;
    const chosen = (event: Event): void => {
      if (event.isTrusted) chosenAtMs = Date.now();
    };
    const ended = new AbortController();
    for (const type of ["input", "change", "click", "keyup"])
      addEventListener(type, chosen, { capture: true, signal: ended.signal });
    await job.report({ kind: says() ? "question" : "asking" });
    try {
      while (!job.isOver()) {
        if (sending.isSent()) return true;
        if (!(await stillThere())) return false;
        // What the person chooses may bring fields that were not there before.
        form = findCreateForm(places.roots()) ?? form;
        isChosenByHand = chosenAtMs > 0 && Date.now() - chosenAtMs > 1_000;
        if (isReady()) return true;
        const target = saysDescription() ? form.expiry[0] : form.description;
        const hindrance = says() ? findHindrance(form) : null;
        note.ask(
          hindrance ? t("page.question") : askWords(saysDescription(), form, wantedMs),
          surroundingsOf(hindrance ?? target ?? form.container),
        );
        await job.pause(4 * LOOK_MS);
      }
      return false;
    } finally {
      note.ask(null, null);
      ended.abort();
    }
  }

  async function sendOnce(): Promise<void> {
    try {
      // Between asking and being told, somebody may have typed, or pressed the button themselves.
      while (!sending.isSent() && !(await isSteady())) {
        if (!refresh() || job.isOver()) return;
        describe();
        await fillExpiry(form, wantedMs, evidence);
        if (!isReady() && !(await handOver())) return;
      }
      if (!job.isOver()) await send(sending.isSent() ? null : findSubmitControl(form));
    } finally {
      sending.stop();
    }
  }

  /** Some forms put a date back a moment after it was left. */
  async function isSteady(): Promise<boolean> {
    if (!isReady()) return false;
    await job.pause(STEADY_MS);
    return isReady();
  }

  /** @param control - What to press; `null` where the form was sent already. */
  async function send(control: HTMLElement | null): Promise<void> {
    const frame = frameOf(form);
    const before = control ? beforeSending(places.roots(), frame) : atFirst;
    const refusals = watchRefusals();
    sending.stop();
    job.noteSent();
    if (control) pressOn(control);
    try {
      const pressed = job.report({ kind: "pressed" });
      await watchAnswer(job, places, () => form, frame, before, refusals, note);
      await pressed;
    } finally {
      refusals.stop();
    }
  }

  return { fill, putAway, sendOnce };
}
