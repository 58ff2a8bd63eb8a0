import { useRef, useState } from "preact/hooks";
import type { PortableName, PortableSettings } from "../../lib/tasks/settings/settings-file";
import { t, tn } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { lastFailure, useAction } from "../use-action";
import { portableName, portableValue } from "./portable-words";

/** A file of settings that was checked, and what it would change. */
export interface OpenedSettings {
  changes: { name: PortableName; from: PortableSettings; to: Partial<PortableSettings> }[];
  unreadable: string[];
  unknown: string[];
}

/** Takes settings along to another browser, and brings them in with a look at them first. */
export function FileSection({
  onExport,
  onOpen,
  onImport,
}: {
  onExport: () => Promise<void>;
  onOpen: (file: File) => Promise<OpenedSettings>;
  /** Takes over what was opened last. */
  onImport: () => Promise<void>;
}) {
  const [opened, setOpened] = useState<OpenedSettings | null>(null);
  const [brought, setBrought] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const exporting = useAction(onExport);
  const opening = useAction(async (file: File) => {
    setOpened(null);
    setBrought(null);
    setOpened(await onOpen(file));
  });
  const importing = useAction(async () => {
    await onImport();
    setBrought(opened?.changes.length ?? 0);
    close();
  });
  const failure = lastFailure(exporting, opening, importing);

  function close() {
    setOpened(null);
    if (field.current) field.current.value = "";
  }

  return (
    <section aria-labelledby="settings-file">
      <h2 id="settings-file">{t("settings.file")}</h2>
      <p class="quiet">{t("settings.fileWords")}</p>
      <button type="button" disabled={exporting.isBusy} onClick={() => void exporting.run()}>
        {t("settings.export")}
      </button>
      <div class="field setting">
        <label for="settings-file-field">{t("settings.import")}</label>
        <input
          id="settings-file-field"
          type="file"
          accept=".json,application/json"
          ref={field}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void opening.run(file);
          }}
        />
      </div>
      {opened && (
        <section class="preview" aria-label={t("settings.preview")}>
          {opened.changes.length === 0 ? (
            <p role="status">{t("settings.nothingNew")}</p>
          ) : (
            <table class="facts-table">
              <thead>
                <tr>
                  <th scope="col">{t("settings.setting")}</th>
                  <th scope="col">{t("settings.now")}</th>
                  <th scope="col">{t("settings.then")}</th>
                </tr>
              </thead>
              <tbody>
                {opened.changes.map(({ name, from, to }) => (
                  <tr key={name}>
                    <th scope="row">{portableName(name)}</th>
                    <td>{portableValue(name, from)}</td>
                    <td>{portableValue(name, to)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {opened.unreadable.length > 0 && (
            <Notice kind="status" tone="danger">
              {t("settings.unreadable", opened.unreadable.join(", "))}
            </Notice>
          )}
          {opened.unknown.length > 0 && (
            <Notice kind="status" tone="danger">
              {t("settings.unknown", opened.unknown.join(", "))}
            </Notice>
          )}
          <div class="row">
            {opened.changes.length > 0 && (
              <button
                type="button"
                class="primary"
                disabled={importing.isBusy}
                onClick={() => void importing.run()}
              >
                {tn("settings.takeOver", opened.changes.length)}
              </button>
            )}
            <button type="button" onClick={close}>
              {t("common.cancel")}
            </button>
          </div>
        </section>
      )}
      {brought !== null && (
        <Notice kind="status" tone="good">
          {tn("settings.takenOver", brought)}
        </Notice>
      )}
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
    </section>
  );
}
