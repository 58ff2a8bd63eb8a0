import { MONTH } from "./date-text";

// How dates are written. What was read already stands there as a mark: a time of day as \ue000, a
// date as \ue001.

const BEFORE = "(?<![\\p{L}\\d]|\\d[./:-])";
const AFTER = "(?![\\p{L}\\d]|[./:-]\\d)";
const GAP = "[\\s\\-./,\ue000]";
const ORDINAL = "(?:st|nd|rd|th|\\.)?";
const YEAR = "(\\d{4}|'?\\d{2})";

export const YEAR_FIRST = new RegExp(
  `${BEFORE}(\\d{4}) ?([-./ ]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})${AFTER}`,
  "gu",
);
export const NUMERIC = new RegExp(
  `${BEFORE}(\\d{1,2}) ?([-./ ]) ?(\\d{1,2}) ?\\2 ?${YEAR}(\\.?)${AFTER}`,
  "gu",
);
export const DAY_NAME_YEAR = new RegExp(
  `${BEFORE}(\\d{1,2})${ORDINAL}${GAP}*(?:of )?(${MONTH})${GAP}*${YEAR}${AFTER}`,
  "gu",
);
export const NAME_DAY_YEAR = new RegExp(
  `(?<!\\p{L})(${MONTH})${GAP}*(\\d{1,2})${ORDINAL}${GAP}+(?:of )?${YEAR}${AFTER}`,
  "gu",
);
export const YEAR_NAME_DAY = new RegExp(
  `${BEFORE}(\\d{4})${GAP}*(${MONTH})${GAP}*(\\d{1,2})${ORDINAL}${AFTER}`,
  "gu",
);
/** Eight digits that are a day of our time. */
export const COMPACT = /^(20[1-4]\d)(\d\d)(\d\d)(?=[\s\ue000]*$)/g;
export const NAME_YEAR = new RegExp(
  `(?<![\\p{L}\ue001]|\\d[\\s.,-]*)(${MONTH})[\\s.,-]*(\\d{4})${AFTER}`,
  "gu",
);
export const EXPIRED =
  /(?<!\p{L}|not |not yet |nicht |n't |never |be )(?:expired|abgelaufen)(?!\p{L})/u;
