import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { WritePreview } from "../../lib/tasks/writing/preview-write";
import type { WriteMode } from "../../lib/tasks/writing/write-mode";
import type { ObjectState } from "../../lib/tasks/writing/write-order";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Sum } from "../frame/Bytes";
import { HERE, Said } from "../frame/Said";
import { TypeToConfirm } from "../frame/TypeToConfirm";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import type { Proposal } from "./proposal";
import { obstacleWords, STATE_NAMES, stateWords, writeTitle } from "./write-words";

/** Before → after, and what stands against it; nothing is sent before **Confirm**. */
export function ConfirmWrite({
  proposal,
  preview,
  previewFailure,
  mode,
  onConfirm,
  onAllowWriting,
  onCancel,
}: {
  proposal: Proposal;
  /** `null` while it is being read. */
  preview: WritePreview | null;
  previewFailure: Error | null;
  mode: WriteMode;
  onConfirm: (acceptsShrinking: boolean) => Promise<void>;
  onAllowWriting: () => Promise<void>;
  onCancel: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [accepts, setAccepts] = useState(false);
  const confirming = useAction(onConfirm);
  const allowing = useAction(onAllowWriting);
  // Closed, and not only taken away, it gives the focus back to what it was opened from.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);

  const shrinks = preview?.obstacles.some(({ kind }) => kind === "shrinks-below-use") ?? false;
  const isBlocked = preview?.obstacles.some(({ kind }) => kind !== "shrinks-below-use") ?? true;
  const isTyped = proposal.typed === null || typed.trim() === proposal.typed.trim();
  const mayConfirm =
    preview !== null && !isBlocked && isTyped && (!shrinks || accepts) && mode !== "read-only";
  const isRemoval = preview?.after === null || proposal.order.kind === "schedule-deletion";

  return (
    <dialog
      ref={dialog}
      class="confirm-write"
      aria-labelledby="confirm-write-title"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayConfirm) void confirming.run(accepts);
        }}
      >
        <h2 id="confirm-write-title">{writeTitle(proposal.order)}</h2>
        <p>
          {proposal.place ? (
            <Said words={t("writes.subjectIn", ...HERE)}>
              <strong>{proposal.subject}</strong>
              <span class="quiet">{proposal.place}</span>
            </Said>
          ) : (
            <strong>{proposal.subject}</strong>
          )}
        </p>
        {preview === null && !previewFailure && (
          <p role="status" class="quiet">
            {t("writes.readingNow")}
          </p>
        )}
        {previewFailure && <Notice kind="alert">{failureWords(previewFailure)}</Notice>}
        {preview && <Changes before={preview.before} after={preview.after} />}
        {preview?.left && (
          <p class="quiet">
            <Said words={t("writes.left", ...HERE)}>
              <Sum bytes={preview.left.beforeBytes} />
              <Sum bytes={preview.left.afterBytes} />
            </Said>
          </p>
        )}
        {preview?.unchecked.map((what) => (
          <Notice key={what} kind="status">
            {t(what === "capacity" ? "writes.capacityUnchecked" : "writes.useUnchecked")}
          </Notice>
        ))}
        {preview?.obstacles.map((obstacle) => (
          <Notice key={obstacle.kind} kind="alert">
            {obstacleWords(obstacle)}
          </Notice>
        ))}
        {shrinks && !isBlocked && (
          <label class="check">
            <input
              type="checkbox"
              checked={accepts}
              onChange={(event) => setAccepts(event.currentTarget.checked)}
            />
            {t("writes.acceptShrinking")}
          </label>
        )}
        {proposal.typed !== null && preview && !isBlocked && (
          <TypeToConfirm
            words="writes.typeToConfirm"
            expected={proposal.typed}
            value={typed}
            onInput={setTyped}
          />
        )}
        {mode === "careful" && preview && !isBlocked && (
          <p class="quiet">{t("writes.firstWrite")}</p>
        )}
        {mode === "read-only" && (
          <Notice kind="status">
            {t("writes.readOnly")}{" "}
            <button type="button" disabled={allowing.isBusy} onClick={() => void allowing.run()}>
              {t("writes.allowChanges")}
            </button>
          </Notice>
        )}
        {confirming.failure && <Notice kind="alert">{failureWords(confirming.failure)}</Notice>}
        <div class="row">
          <button
            type="submit"
            class={isRemoval ? "primary danger" : "primary"}
            disabled={!mayConfirm || confirming.isBusy}
          >
            {t(confirming.isBusy ? "writes.sendingNow" : "writes.confirm")}
          </button>
          <button type="button" onClick={onCancel}>
            {t(confirming.isBusy ? "writes.close" : "common.cancel")}
          </button>
          {confirming.isBusy && (
            <span class="quiet" role="status">
              {t("writes.goesOn")}
            </span>
          )}
        </div>
      </form>
    </dialog>
  );
}

function Changes({ before, after }: { before: ObjectState | null; after: ObjectState | null }) {
  const names = (Object.keys(STATE_NAMES) as (keyof ObjectState)[]).filter(
    (name) => before?.[name] !== undefined || after?.[name] !== undefined,
  );
  return (
    <table class="changes">
      <thead>
        <tr>
          <th scope="col">
            <span class="sr-only">{t("writes.value")}</span>
          </th>
          <th scope="col">{t("writes.before")}</th>
          <th scope="col">{t("writes.after")}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const [old, now] = [stateWords(name, before), stateWords(name, after)];
          const isChanged = old.words !== now.words || old.exact !== now.exact;
          return (
            <tr key={name} data-changed={isChanged}>
              <th scope="row">{t(STATE_NAMES[name])}</th>
              <td>
                {old.words}
                {old.exact && <small>{old.exact}</small>}
              </td>
              <td>
                {after === null ? t("writes.gone") : now.words}
                {now.exact && <small>{now.exact}</small>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
