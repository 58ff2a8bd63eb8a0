/** A store of JSON values by name that fails independently of the vault's own database. */
export interface CopyArea {
  /** Those of them that there are, by their names. */
  get(names: string[]): Promise<Record<string, unknown>>;
  /** Names of all entries that start so. */
  names(prefix: string): Promise<string[]>;
  set(entries: Record<string, unknown>): Promise<void>;
  remove(names: string[]): Promise<void>;
}

/** Where the second copy of the vault and the word on its latest state are kept. */
export interface SecondPlace {
  mirror: CopyArea;
  anchor: CopyArea;
  /** One at a time, over all contexts of the extension. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}
