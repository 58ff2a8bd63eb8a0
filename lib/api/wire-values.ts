import {
  boolean,
  check,
  maxLength,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  safeInteger,
  string,
  transform,
  union,
} from "valibot";

/** Text to show. Halves of surrogate pairs become U+FFFD, so that it can be written anywhere. */
export const text = pipe(
  string(),
  transform((sent) => sent.toWellFormed()),
);

/**
 * What addresses an object. Only text, never a number, not even a small one: a number has lost its
 * leading zeros, and an id that is nearly right would delete somebody else's account.
 */
export const id = pipe(
  string(),
  minLength(1),
  maxLength(256),
  check((sent) => sent.isWellFormed() && !/\p{Cc}/u.test(sent)),
);

export const flag = boolean();

/** Whole bytes from 0 to 2^53 − 1. Above that a JSON number has already been rounded. */
export const bytes = pipe(
  number(),
  safeInteger(),
  minValue(0),
  // `-0` is a JSON number too, and would be drawn as "-0".
  transform((sent) => sent + 0),
);

/** Cents, maybe with fractions. The API's description says number, its examples are strings. */
export const cents = pipe(
  union([number(), pipe(string(), regex(/^\d{1,15}(\.\d{1,15})?$/), transform(Number))]),
  minValue(0),
  check((sent) => Number.isFinite(sent)),
  transform((sent) => sent + 0),
);

/** `YYYY-MM-DD` of a day that exists; a time behind it is cut off. Which zone the day follows is not published. */
export const day = pipe(
  string(),
  regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]{5,18}(Z|[+-]\d{2}:?\d{2})?)?$/),
  transform((sent) => sent.slice(0, 10)),
  check(isDay),
);

/** Whether `text` is `YYYY-MM-DD` and in the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
