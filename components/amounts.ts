import * as capacity from "../lib/api/capacity";
import { parseCapacity, type TypedCapacity } from "../lib/api/parse-capacity";
import { localeOfDates } from "../lib/words/words";
import { chosenSettings } from "./chosen";

/** "1.5 TB", or "1.36 TiB" where binary units were chosen. Show {@link exactBytes} in the title. */
export function formatBytes(bytes: number | bigint): string {
  return capacity.formatBytes(bytes, localeOfDates(), chosenSettings().units);
}

/** Every byte: "1,500,000,000,000 bytes". */
export function exactBytes(bytes: number | bigint): string {
  return capacity.exactBytes(bytes, localeOfDates());
}

/** What a person typed; a number alone is in terabytes, whichever units are shown. */
export function typedCapacity(text: string): TypedCapacity {
  return parseCapacity(text, localeOfDates(), "TB");
}

/** For a field to edit: {@link typedCapacity} reads the same bytes back. */
export function editableCapacity(bytes: number): string {
  return capacity.formatExactly(bytes, "TB", localeOfDates());
}

/** A number as a person reads it: "1,200". */
export function grouped(count: number): string {
  return count.toLocaleString(localeOfDates());
}
