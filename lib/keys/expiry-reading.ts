/** What one cell of the console's list shows, as `lib/page` found it. */
export interface CellText {
  /** Visible text, white space folded. */
  text: string;
  /** Values of `<time datetime>` inside the cell; machine-readable, so they outweigh the text. */
  datetime: string | null;
  /** Titles and labels inside the cell that may spell the instant out more fully. */
  titles: string[];
}

export interface RowCells {
  expiry: CellText;
  /** `null` where the list has no such column. */
  created: CellText | null;
  /** Looked up where the expiry holds next to nothing: the row says that the key is not in use. */
  isInactive?: true;
}

/** What the whole page can settle about its dates. */
export interface DateContext {
  /** Language of the page (`lang`), such as `de` or `en-GB`; `null` when it does not say. */
  language: string | null;
  /** Of the browser, in which a page may write its dates whatever its own language is. */
  languages?: readonly string[];
  /** IANA name of the browser's zone. */
  zone: string;
  nowMs: number;
  /** Headers of the list's columns, as far as they were recognised. */
  headers?: string[];
}

/** One instant a text may mean. A date without a time lasts to the end of its day. */
export interface Reading {
  /** Last moment the key works, by this reading, in epoch ms. */
  atMs: number;
  /** The text gave a day and no time. */
  isWholeDay: boolean;
  /** Zone the text was read in: the text's own offset, or an IANA name. */
  zone: string;
}

/**
 * `instants` holds every reading that nothing on the page rules out; the first is the likeliest.
 * Readings of one wall clock in several zones count too: a badge asks whether they differ in state.
 */
export type ExpiryReading =
  | {
      kind: "instants";
      readings: [Reading, ...Reading[]];
      /**
       * The readings are the two ends of a span, and anything between is possible: whole days for "Jan 2027",
       * instants for "in 3 months".
       */
      isSpan?: true;
      /** What the words of a length of time say, in epoch ms, before anything is added for rounding. */
      aboutMs?: number;
    }
  | { kind: "never" }
  /** The console says that the end has passed, and not when. */
  | { kind: "past" }
  | { kind: "unreadable" };
