/** Where a key stands at one instant; the words on screen are those of the vocabulary. */
export type BadgeState = "valid" | "soon" | "urgent" | "expired" | "never" | "unclear" | "unknown";

export interface Badge {
  state: BadgeState;
  /** What a person reads, such as "Expires in 12 days". */
  words: string;
  /** The instant in local time with its zone and in UTC, or why there is none. */
  title: string;
  /** Epoch milliseconds at which state or words change next; `null` when they never do. */
  changesAtMs: number | null;
}
