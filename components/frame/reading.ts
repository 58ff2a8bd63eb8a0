/** What a screen knows of an answer: the last one, its age, and what became of the newest attempt. */
export interface Reading<T> {
  value: T | null;
  /** ISO instant of `value`; `null` while there is none. */
  at: string | null;
  isReading: boolean;
  /** Of the newest attempt; `value` then is older. */
  failure: Error | null;
  refresh: () => void;
}
