import type { CreateForm } from "./create-form";
import { writePattern } from "./date-pattern";
import { keysFor, patternOfSegments, segmentsOf } from "./picker-segments";
import { settle } from "./settle";
import type { WallTime } from "./wall-clock";
import { focusOn, leave, paste, strike, typeInto, write } from "./write-field";

/** Fills a date of typed segments: by its invisible field, by pasting, at last key by key. */
export async function typeSegments(
  form: CreateForm,
  at: WallTime,
  says: () => boolean,
): Promise<void> {
  const segments = segmentsOf(form.expiry);
  const [first] = segments;
  if (!first) return;
  const text = writePattern(patternOfSegments(segments), at);
  const hidden = form.expiry.find((field) => field.localName === "input") as
    | HTMLInputElement
    | undefined;
  if (hidden) {
    write(hidden, text);
    await settle(2);
    if (says()) return;
  }
  focusOn(first.element);
  strike(first.element, "a", { ctrlKey: true });
  await settle();
  paste(
    document.activeElement instanceof HTMLElement ? document.activeElement : first.element,
    text,
  );
  await settle(2);
  if (says()) return;
  const isTwelve = segments.some(({ part }) => part === "half");
  for (const segment of segments) {
    focusOn(segment.element);
    for (const key of keysFor(segment, at, isTwelve)) {
      strike(segment.element, key);
      typeInto(segment.element, key);
      await settle();
    }
  }
  leave(first.element);
  await settle(2);
}
