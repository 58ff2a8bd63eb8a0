/** What a browser test must know to use a variant with a person's hands, and what to expect there. */
export interface VariantAbout {
  name: string;
  /** The kit and what is special, in one line. */
  summary: string;
  language: "en" | "de";
  list: "table" | "grid" | "cards" | "list";
  /** The text the list shows for a time; `null` is a key without an end. Browser's zone. */
  dateText(at: Date | null, now: Date): string;
  /** How much of the instant that text keeps. */
  precision: "minute" | "day" | "relative";
  /** The instant also stands in the page for machines, as `<time datetime>`. */
  hasMachineTime: boolean;
  paging: Paging;
  sorting: Sorting | null;
  token: TokenPlace;
  words: VariantWords;
  expiration: ExpirationField;
  create: "dialog" | "panel" | "route";
  /** What opens the creation is a button or, where it leads to a page, a link. */
  openCreateRole: "button" | "link";
  /** Strings in the page that look like a key and are none; by path. */
  decoys: Readonly<Record<string, number>>;
}

export type Paging =
  /** `rows` of a page; `null` follows the setting `pageSize`. `next` names the button. */
  | { kind: "pages"; rows: number | null; next: string }
  /** Rows exist only near what is visible. `scroller` is a selector inside the list's root. */
  | { kind: "virtual"; scroller: string }
  /** `rows` more whenever the end comes into view. */
  | { kind: "endless"; rows: number }
  | { kind: "none" };

export interface Sorting {
  role: "columnheader" | "button" | "select" | "selector";
  /** Pressing what has this accessible name sorts by expiry; for a select, the option's text. */
  name: string;
}

export type TokenPlace =
  | { kind: "field"; label: string; show?: string }
  /** `show` names the button that unmasks it. */
  | { kind: "text"; selector: string; show?: string };

/** As they stand in the document; a kit may draw them in capitals. */
export interface VariantWords {
  signIn: string;
  apiKeys: string;
  teamMembers: string;
  partners: string;
  overview: string;
  docs: string;
  openCreate: string;
  description: string;
  submit: string;
  copy: string;
  /** Ends the view that shows the token. */
  done: string;
  deleteKey: string;
  confirmDelete: string;
}

export type ExpirationField =
  /** One group of typed segments. */
  | { kind: "segments"; label: string; typed(at: Date): string }
  /** A kit's text field with a calendar; `Enter` takes what was typed. */
  | { kind: "text"; label: string; typed(at: Date): string }
  /** Native `datetime-local`. */
  | { kind: "native"; label: string }
  /** Two fields, day and time. `Enter` closes a kit's calendar; native fields are left by `Tab`. */
  | {
      kind: "pair";
      dayLabel: string;
      timeLabel: string;
      typedDay(at: Date): string;
      typedTime(at: Date): string;
      endedBy: "Enter" | "Tab";
    };
