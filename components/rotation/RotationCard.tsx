import { useState } from "preact/hooks";
import type { ApiKey, KeyEnd } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import {
  EVERYWHERE,
  overlapDays,
  placesOf,
  type Rotation,
  stageOf,
} from "../../lib/tasks/rotation/rotation";
import { dateAndTime, day } from "../dates";
import { ExpiryBadge } from "../ExpiryBadge";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

export interface RotationActions {
  onTickPlace: (keyId: string, place: string, isMoved: boolean) => Promise<void>;
  /** Points at the old key's row in the console. */
  onPointOut: (keyId: string) => Promise<void>;
  onEndRotation: (keyId: string) => Promise<void>;
}

/** Two keys that overlap: what still has to move, and only then where to delete the old one. */
export function RotationCard({
  rotation,
  oldKey,
  newKey,
  nowMs,
  badgeOf,
  onTickPlace,
  onPointOut,
  onEndRotation,
}: {
  rotation: Rotation;
  oldKey: ApiKey;
  newKey: ApiKey;
  nowMs: number;
  badgeOf: (end: KeyEnd) => Badge;
} & RotationActions) {
  const [isStopping, setStopping] = useState(false);
  const ticking = useAction(onTickPlace);
  const pointing = useAction(onPointOut);
  const ending = useAction(onEndRotation);
  const failure = ticking.failure ?? pointing.failure ?? ending.failure;
  const name = oldKey.description || "Key without description";
  const isDeleting = stageOf(rotation, oldKey.tags) === "deleting";
  return (
    <section class="creation" aria-label={`Replacing ${name}`}>
      <div class="creation-head">
        <h2>Replacing {name}</h2>
        <span class="quiet">{overlapWords(oldKey, newKey, nowMs)}</span>
      </div>
      <ul class="overlap">
        <li class="overlap-key">
          <span>Old key</span> <ExpiryBadge badge={badgeOf(oldKey.end)} />
        </li>
        <li class="overlap-key">
          <span>New key, of {day(newKey.createdAt ?? newKey.savedAt)}</span>{" "}
          <ExpiryBadge badge={badgeOf(newKey.end)} />
        </li>
      </ul>
      <fieldset class="checklist">
        <legend>{isDeleting ? "Everything uses the new key" : "Uses the new key now"}</legend>
        {placesOf(oldKey.tags).map((place) => (
          <label key={place}>
            <input
              type="checkbox"
              class="tick"
              checked={rotation.moved.includes(place)}
              disabled={ticking.isBusy}
              onChange={(event) => void ticking.run(oldKey.id, place, event.currentTarget.checked)}
            />
            {place === EVERYWHERE ? "Every program and host that used the old key" : place}
          </label>
        ))}
      </fieldset>
      {isDeleting ? (
        <Notice kind="status">
          Now the old key can be deleted in the console. Only you can do that: its row is pointed
          out there, or a note says that no row is surely the one.
        </Notice>
      ) : (
        <Notice kind="status" tone="danger">
          Do not delete the old key yet: something may still use it.
        </Notice>
      )}
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      <div class="row">
        {isDeleting && (
          <>
            <button
              type="button"
              class="primary"
              disabled={pointing.isBusy}
              onClick={() => void pointing.run(oldKey.id)}
            >
              Show in the console
            </button>
            <button
              type="button"
              disabled={ending.isBusy}
              onClick={() => void ending.run(oldKey.id)}
            >
              It is deleted
            </button>
          </>
        )}
        {!isDeleting && !isStopping && (
          <button type="button" onClick={() => setStopping(true)}>
            Stop replacing
          </button>
        )}
      </div>
      {!isDeleting && isStopping && (
        <Notice kind="status">
          <p>Both keys go on working and stay in the vault; nothing is deleted.</p>
          <div class="row">
            <button
              type="button"
              disabled={ending.isBusy}
              onClick={() => void ending.run(oldKey.id)}
            >
              Keep both keys
            </button>
            <button type="button" onClick={() => setStopping(false)}>
              Go on replacing
            </button>
          </div>
        </Notice>
      )}
    </section>
  );
}

function overlapWords(oldKey: ApiKey, newKey: ApiKey, nowMs: number): string {
  const days = overlapDays([endMs(oldKey.end), endMs(newKey.end)], nowMs);
  if (days === null) return "Both keys work.";
  if (days > 0) return `Both keys work for ${days === 1 ? "1 more day" : `${days} more days`}.`;
  const [end] = [oldKey.end, newKey.end].filter(({ kind }) => kind === "at");
  return end?.kind === "at" ? `Both keys work until ${dateAndTime(end.at)} at most.` : "";
}

function endMs(end: KeyEnd): number | null {
  return end.kind === "at" ? Date.parse(end.at) : null;
}
