import "./copy-as.css";
import { useState } from "preact/hooks";
import type { ApiCall, CopyForm } from "../../lib/tasks/copy-as";
import { t, type WordName } from "../../lib/words/words";
import { chosenSettings, presentPolicy } from "../chosen";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { SetByOrganisation } from "../settings/SetByOrganisation";
import { useAction } from "../use-action";

const FORMS: Record<CopyForm, WordName> = {
  raw: "copyAs.raw",
  header: "copyAs.header",
  curl: "copyAs.curl",
  powershell: "copyAs.powershell",
  python: "copyAs.python",
  env: "copyAs.env",
  postman: "copyAs.postman",
  terraform: "copyAs.terraform",
};

export type OnCopyAs = (form: CopyForm, call: ApiCall, includesKey: boolean) => Promise<void>;

/** **Copy as…**: a key, or a call with it, for another tool; the key stays a variable unless asked for. */
export function CopyAs({
  name,
  call,
  forms = Object.keys(FORMS) as CopyForm[],
  onCopyAs,
}: {
  /** What is copied, for people who hear the button alone. */
  name: string;
  call: ApiCall;
  forms?: readonly CopyForm[];
  onCopyAs: OnCopyAs;
}) {
  const [isOpen, setOpen] = useState(false);
  const [form, setForm] = useState<CopyForm>("curl");
  const [includesKey, setIncludesKey] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const copying = useAction(async () => {
    setCopied(false);
    await onCopyAs(form, call, includesKey);
    setCopied(true);
  });
  return (
    <div class="copy-as">
      <button
        type="button"
        aria-label={t("copyAs.openOf", name)}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t("copyAs.open")}
      </button>
      {isOpen && (
        <div class="copy-as-box">
          <label class="field">
            <span class="sr-only">{t("copyAs.form")}</span>
            <select
              value={form}
              onChange={(event) => {
                setForm(event.currentTarget.value as CopyForm);
                setCopied(false);
              }}
            >
              {forms.map((one) => (
                <option key={one} value={one}>
                  {t(FORMS[one])}
                </option>
              ))}
            </select>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={includesKey}
              disabled={presentPolicy().forbidsCopy}
              onChange={(event) => {
                setIncludesKey(event.currentTarget.checked);
                setCopied(false);
              }}
            />
            {t("copyAs.withKey")}
          </label>
          {presentPolicy().forbidsCopy && <SetByOrganisation />}
          <button type="button" disabled={copying.isBusy} onClick={() => void copying.run()}>
            {t("copyAs.copyText")}
          </button>
          <p class="quiet" role="status">
            {isCopied &&
              (includesKey
                ? t("copyAs.copiedKey", chosenSettings().clipboardSeconds)
                : t("copyAs.copiedVariable"))}
          </p>
          {copying.failure && <Notice kind="alert">{failureWords(copying.failure)}</Notice>}
        </div>
      )}
    </div>
  );
}
