/**
 * A key that is being replaced: the new one exists, the old one still works. Begun when the new key
 * is saved, ended by the person; days may pass in between.
 */
export interface Rotation {
  oldKeyId: string;
  newKeyId: string;
  /** ISO instant. */
  startedAt: string;
  /** Places that use the new key already, in the words of the old key's tags. */
  moved: string[];
}

/** Where a rotation stands: `moving` while something may still use the old key, then `deleting`. */
export type RotationStage = "moving" | "deleting";

/** Stands for "wherever it is used" where the person named no place. */
export const EVERYWHERE = "everywhere";

/** The places to tick off, in the order the person named them. */
export function placesOf(tags: readonly string[]): string[] {
  const named = [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
  return named.length > 0 ? named : [EVERYWHERE];
}

/** The old key may be deleted only when every place is ticked. */
export function stageOf({ moved }: Rotation, tags: readonly string[]): RotationStage {
  return placesOf(tags).every((place) => moved.includes(place)) ? "deleting" : "moving";
}

/** The list with one more; a key is replaced by one other at a time, and the same news twice is one. */
export function withRotation(rotations: Rotation[], begun: Rotation): Rotation[] {
  const isKnown = rotations.some(({ newKeyId }) => newKeyId === begun.newKeyId);
  if (isKnown || begun.oldKeyId === begun.newKeyId) return rotations;
  return [...rotations.filter(({ oldKeyId }) => oldKeyId !== begun.oldKeyId), begun];
}

export function withPlace(
  rotations: Rotation[],
  oldKeyId: string,
  place: string,
  isMoved: boolean,
): Rotation[] {
  return rotations.map((rotation) => {
    if (rotation.oldKeyId !== oldKeyId) return rotation;
    const others = rotation.moved.filter((one) => one !== place);
    return { ...rotation, moved: isMoved ? [...others, place] : others };
  });
}

export function withoutRotation(rotations: Rotation[], oldKeyId: string): Rotation[] {
  return rotations.filter((rotation) => rotation.oldKeyId !== oldKeyId);
}

/**
 * How long both keys work, in whole days from now; `null` where one has no known end, 0 when one
 * works no more.
 */
export function overlapDays(ends: readonly (number | null)[], nowMs: number): number | null {
  if (ends.includes(null)) return null;
  const leftMs = Math.min(...(ends as number[])) - nowMs;
  return Math.max(0, Math.floor(leftMs / 86_400_000));
}
