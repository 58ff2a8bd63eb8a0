import "./rotation.css";
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
import { t, tn } from "../../lib/words/words";
import { dateAndTime, day } from "../dates";
import { failureWords } from "../failure-words";
import { ExpiryBadge } from "../keys/ExpiryBadge";
import { Notice } from "../Notice";
import { lastFailure, useAction } from "../use-action";

export interface RotationActions {
  onTickPlace: (keyId: string, place: string, isMoved: boolean) => Promise<void>;
  /** Points at the old key's row in the console. */
  onPointOut: (keyId: string) => Promise<void>;
  onEndRotation: (keyId: string) => Promise<void>;
}

/** A rotation with both its keys. */
export interface ShownRotation {
  rotation: Rotation;
  oldKey: ApiKey;
  newKey: ApiKey;
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
}: ShownRotation & {
  nowMs: number;
  badgeOf: (end: KeyEnd) => Badge;
} & RotationActions) {
  const [isStopping, setStopping] = useState(false);
  const ticking = useAction(onTickPlace);
  const pointing = useAction(onPointOut);
  const ending = useAction(onEndRotation);
  const failure = lastFailure(ticking, pointing, ending);
  const name = oldKey.description || t("keys.nameless");
  const isDeleting = stageOf(rotation, oldKey.tags) === "deleting";
  return (
    <section class="creation" aria-label={t("rotation.replacing", name)}>
      <div class="creation-head">
        <h2>{t("rotation.replacing", name)}</h2>
        <span class="quiet">{overlapWords(oldKey, newKey, nowMs)}</span>
      </div>
      <ul class="overlap">
        <li class="overlap-key">
          <span>{t("rotation.oldKey")}</span> <ExpiryBadge badge={badgeOf(oldKey.end)} />
        </li>
        <li class="overlap-key">
          <span>{t("rotation.newKey", day(newKey.createdAt ?? newKey.savedAt))}</span>{" "}
          <ExpiryBadge badge={badgeOf(newKey.end)} />
        </li>
      </ul>
      <fieldset class="checklist">
        <legend>{t(isDeleting ? "rotation.allMoved" : "rotation.moved")}</legend>
        {placesOf(oldKey.tags).map((place) => (
          <label key={place} class="check">
            <input
              type="checkbox"
              checked={rotation.moved.includes(place)}
              disabled={ticking.isBusy}
              onChange={(event) => void ticking.run(oldKey.id, place, event.currentTarget.checked)}
            />
            {place === EVERYWHERE ? t("rotation.everywhere") : place}
          </label>
        ))}
      </fieldset>
      {isDeleting ? (
        <Notice kind="status">{t("rotation.deleteNow")}</Notice>
      ) : (
        <Notice kind="status" tone="danger">
          {t("rotation.notYet")}
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
              {t("rotation.show")}
            </button>
            <button
              type="button"
              disabled={ending.isBusy}
              onClick={() => void ending.run(oldKey.id)}
            >
              {t("rotation.deleted")}
            </button>
          </>
        )}
        {!isDeleting && !isStopping && (
          <button type="button" onClick={() => setStopping(true)}>
            {t("rotation.stop")}
          </button>
        )}
      </div>
      {!isDeleting && isStopping && (
        <Notice kind="status">
          <p>{t("rotation.nothingDeleted")}</p>
          <div class="row">
            <button
              type="button"
              disabled={ending.isBusy}
              onClick={() => void ending.run(oldKey.id)}
            >
              {t("rotation.keepBoth")}
            </button>
            <button type="button" onClick={() => setStopping(false)}>
              {t("rotation.goOn")}
            </button>
          </div>
        </Notice>
      )}
    </section>
  );
}

function overlapWords(oldKey: ApiKey, newKey: ApiKey, nowMs: number): string {
  const days = overlapDays([endMs(oldKey.end), endMs(newKey.end)], nowMs);
  if (days === null) return t("rotation.bothWork");
  if (days > 0) return tn("rotation.overlap", days);
  const [end] = [oldKey.end, newKey.end].filter(({ kind }) => kind === "at");
  return end?.kind === "at" ? t("rotation.bothUntil", dateAndTime(end.at)) : "";
}

function endMs(end: KeyEnd): number | null {
  return end.kind === "at" ? Date.parse(end.at) : null;
}
