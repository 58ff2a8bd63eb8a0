import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { KnownLimits } from "../../lib/tasks/creation/form-limits";
import type { KeyDraft } from "../../lib/tasks/creation/key-draft";
import { EXPIRY_PRESETS, inDays, LONGEST_DESCRIPTION } from "../../lib/tasks/creation/key-wish";
import { isKeyLifeTooLong } from "../../lib/tasks/settings/policy-limits";
import { localeOfDates, t, tn, type WordName } from "../../lib/words/words";
import { presentPolicy } from "../chosen";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { FormLimits } from "./FormLimits";

const OTHER = "other";
const DEFAULT_PRESET = "90 days";

type Preset = (typeof EXPIRY_PRESETS)[number]["name"];
const CHOICES: [name: Preset | typeof OTHER, words: WordName][] = [
  ["30 days", "newKey.days30"],
  ["90 days", "newKey.days90"],
  ["180 days", "newKey.days180"],
  ["1 year", "newKey.year"],
  [OTHER, "newKey.other"],
];

/** What is asked of the console. */
export interface NewKeyWish {
  requestId: string;
  description: string;
  expiresAt: string;
}

/** Asks for a description and an end, and hands them over. What was typed survives closing. */
export function NewKey({
  title = t("newKey.title"),
  lead,
  draft,
  suggestions,
  limits,
  nowMs,
  onDraft,
  onCreate,
  onCancel,
}: {
  title?: string;
  lead?: string;
  draft: KeyDraft | null;
  /** Descriptions of earlier keys. */
  suggestions: string[];
  /** What the console's form takes; `null` before it was seen. */
  limits: KnownLimits | null;
  nowMs: number;
  onDraft: (draft: KeyDraft) => void;
  /** `false` while another key is being made. */
  onCreate: (wish: NewKeyWish) => Promise<boolean>;
  onCancel: () => void;
}) {
  const id = useId();
  const [description, setDescription] = useState(draft?.description ?? "");
  const [expires, setExpires] = useState(draft?.expires ?? DEFAULT_PRESET);
  const [complaint, setComplaint] = useState("");
  const requestId = useRef(crypto.randomUUID());
  const field = useRef<HTMLInputElement>(null);
  const creating = useAction(onCreate);
  const isOther = !EXPIRY_PRESETS.some(({ name }) => name === expires);
  const end = endOf(expires, nowMs);
  const { longestKeyDays } = presentPolicy();
  const isTooLong = (name: string): boolean => {
    const at = endOf(name, nowMs)?.getTime();
    return at !== undefined && isKeyLifeTooLong({ longestKeyDays }, at, nowMs);
  };
  useEffect(() => field.current?.focus(), []);

  function change(next: Partial<KeyDraft>) {
    const whole = { description, expires, ...next };
    setDescription(whole.description);
    setExpires(whole.expires);
    setComplaint("");
    onDraft(whole);
  }

  async function create() {
    const wish = description.replace(/\s+/g, " ").trim();
    const at = endOf(expires, Date.now());
    if (wish === "") {
      setComplaint(t("newKey.noDescription"));
      return field.current?.focus();
    }
    if (!at) return setComplaint(t("newKey.noExpiry"));
    if (at.getTime() <= Date.now()) return setComplaint(t("newKey.past"));
    if (longestKeyDays !== null && isTooLong(expires))
      return setComplaint(tn("policy.keyLife", longestKeyDays));
    const asked = { requestId: requestId.current, description: wish, expiresAt: at.toISOString() };
    await creating.run(asked);
  }

  return (
    <form
      class="new-key"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      <div class="field">
        <label for={`${id}-description`}>{t("common.description")}</label>
        <input
          id={`${id}-description`}
          ref={field}
          list={`${id}-earlier`}
          value={description}
          maxLength={LONGEST_DESCRIPTION}
          placeholder={t("newKey.descriptionHint")}
          autoComplete="off"
          onInput={(event) => change({ description: event.currentTarget.value })}
        />
        <datalist id={`${id}-earlier`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <fieldset class="choices">
        <legend>{t("newKey.expires")}</legend>
        {CHOICES.map(([name, words]) => (
          <label key={name}>
            <input
              type="radio"
              name={`${id}-expires`}
              value={name}
              checked={name === OTHER ? isOther : name === expires}
              disabled={isTooLong(name)}
              onChange={() => change({ expires: name === OTHER ? "" : name })}
            />
            <span class="choice-name">{t(words)}</span>
          </label>
        ))}
      </fieldset>
      {isOther && (
        <div class="field">
          <label for={`${id}-on`}>{t("newKey.expiresOn")}</label>
          <input
            id={`${id}-on`}
            type="datetime-local"
            min={localMinute(new Date(nowMs))}
            value={expires}
            onInput={(event) => change({ expires: event.currentTarget.value })}
          />
        </div>
      )}
      {longestKeyDays !== null && (
        <p class="quiet">
          {t("policy.setBy")}: {tn("policy.keyLife", longestKeyDays)}
        </p>
      )}
      <p class="quiet" aria-live="polite">
        {end ? t("newKey.until", inZone(end)) : t("newKey.anyMinute")}
      </p>
      {limits && <FormLimits limits={limits} description={description.trim()} end={end} />}
      {complaint && <Notice kind="alert">{complaint}</Notice>}
      {creating.failure && <Notice kind="alert">{failureWords(creating.failure)}</Notice>}
      <div class="row">
        <button type="submit" class="primary" disabled={creating.isBusy}>
          {t("newKey.create")}
        </button>
        <button type="button" onClick={onCancel}>
          {t("common.cancel")}
        </button>
      </div>
      <p class="quiet">{t("newKey.how")}</p>
    </form>
  );
}

/** The instant a choice means; `null` when nothing usable is chosen. */
function endOf(expires: string, nowMs: number): Date | null {
  const preset = EXPIRY_PRESETS.find(({ name }) => name === expires);
  if (preset) return inDays(preset.days, nowMs);
  const at = new Date(expires);
  if (expires === "" || Number.isNaN(at.getTime())) return null;
  at.setSeconds(0, 0);
  return at;
}

function inZone(at: Date): string {
  return at.toLocaleString(localeOfDates(), {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
}

function localMinute(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
