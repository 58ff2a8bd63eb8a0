import type { WriteOrder, WriteSecrets } from "../../lib/tasks/writing/write-order";

/** A write somebody wants to look at before it happens. */
export interface Proposal {
  order: WriteOrder;
  secrets: WriteSecrets;
  /** The object, in words. */
  subject: string;
  /** Where it belongs, such as its contract. */
  place: string | null;
  /** What must be typed before it may happen: the name of what goes. */
  typed: string | null;
  /** Id of the journal's entry this puts back. */
  putsBack: string | null;
}

export type Propose = (proposal: Proposal) => void;
