import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat.js";

dayjs.extend(advancedFormat);

/** `November 23rd, 2026 at 2:05 PM`; a key without an end "No end date". */
export function dateText(at: Date | null): string {
  return at === null ? "No end date" : dayjs(at).format("MMMM Do, YYYY [at] h:mm A");
}
