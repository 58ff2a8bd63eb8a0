import type { ComponentChildren } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { ConfirmWrite } from "../../../components/writes/ConfirmWrite";
import type { Proposal, Propose } from "../../../components/writes/proposal";
import { WriteResult } from "../../../components/writes/WriteResult";
import { failedWords, outcomeWords } from "../../../components/writes/write-words";
import { NoAnswerError, send } from "../../../lib/browser/messaging";
import type { JournalEntry } from "../../../lib/tasks/writing/journal";
import { previewWrite, type WritePreview } from "../../../lib/tasks/writing/preview-write";
import { putBackOrder } from "../../../lib/tasks/writing/put-back";
import { viewClient } from "./slots";
import { useWriteMode } from "./use-write-mode";

export interface WriteDesk {
  propose: Propose;
  /** Grows with every finished write: what was read before is old. */
  version: number;
  /** Grows when a form's wish was carried out, or goes on without its dialog: the form begins anew. */
  formTurn: number;
  /** The dialog and the last outcome. */
  view: ComponentChildren;
}

interface Open {
  /** Of the decision: pressing *Confirm* twice is one write. */
  id: string;
  proposal: Proposal;
  preview: WritePreview | null;
  failure: Error | null;
}

/** What failed when nobody looked any more. */
interface Failed {
  proposal: Proposal;
  failure: Error;
}

/** Where a wish becomes a decision: preview, confirmation, and how it ended. */
export function useWriteDesk(keyId: string | null): WriteDesk {
  const [open, setOpen] = useState<Open | null>(null);
  const [last, setLast] = useState<JournalEntry | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [version, setVersion] = useState(0);
  const [formTurn, setFormTurn] = useState(0);
  const [mode, setMode] = useWriteMode();
  const shown = useRef<string | null>(null);
  const sending = useRef(new Set<string>());

  const propose = useCallback<Propose>(
    (proposal) => {
      if (keyId === null) return;
      const id = crypto.randomUUID();
      shown.current = id;
      const show = (found: Pick<Open, "preview" | "failure">) => {
        if (shown.current === id) setOpen({ id, proposal, ...found });
      };
      setLast(null);
      setFailed(null);
      show({ preview: null, failure: null });
      viewClient(keyId)
        .then((client) => previewWrite(client, proposal.order, Date.now()))
        .then(
          (preview) => show({ preview, failure: null }),
          (failure: Error) => show({ preview: null, failure }),
        );
    },
    [keyId],
  );

  const close = () => {
    const isSending = shown.current !== null && sending.current.has(shown.current);
    shown.current = null;
    setOpen(null);
    // It goes on without the dialog, and must not empty later what is typed in between.
    if (isSending) setFormTurn((old) => old + 1);
  };

  async function confirm({ id, proposal, preview }: Open, acceptsShrinking: boolean) {
    if (keyId === null || preview === null) return;
    const { order, secrets, subject, place, putsBack } = proposal;
    const seen = preview.before;
    const decision = { id, order, seen, acceptsShrinking, keyId, subject, place, putsBack };
    const ask = () => send("carryOut", decision, secrets);
    // The worker may die while it sends. The same decision is one write, so asking again only looks.
    const asking = ask().catch((error: Error) => {
      if (error instanceof NoAnswerError) return ask();
      throw error;
    });
    sending.current.add(id);
    const [outcome] = await Promise.allSettled([asking]);
    if (outcome.status === "rejected") {
      sending.current.delete(id);
      // The dialog tells it, while it is open.
      if (shown.current === id) throw outcome.reason;
      setFailed({ proposal, failure: outcome.reason });
      return;
    }
    sending.current.delete(id);
    const isOpen = shown.current === id;
    if (isOpen) close();
    // What was refused is corrected in the form, and what a form holds beside it stays.
    if (isOpen && outcome.value.outcome !== "refused") setFormTurn((old) => old + 1);
    setLast(outcome.value);
    setVersion((old) => old + 1);
  }

  const back = last && putBackOrder(last);
  const view = (
    <>
      {last && (
        <WriteResult
          isDone={last.outcome === "done"}
          words={outcomeWords(last)}
          onDismiss={() => setLast(null)}
          onPutBack={
            back
              ? () =>
                  propose({
                    order: back,
                    secrets: {},
                    subject: last.subject,
                    place: last.place,
                    typed:
                      back.kind === "change-partner" || back.kind === "cancel-deletion"
                        ? null
                        : last.subject,
                    putsBack: last.id,
                  })
              : undefined
          }
        />
      )}
      {failed && (
        <WriteResult
          isDone={false}
          words={failedWords(failed.proposal, failed.failure)}
          onTryAgain={() => propose(failed.proposal)}
          onDismiss={() => setFailed(null)}
        />
      )}
      {open && (
        <ConfirmWrite
          key={open.id}
          proposal={open.proposal}
          preview={open.preview}
          previewFailure={open.failure}
          mode={mode}
          onConfirm={(acceptsShrinking) => confirm(open, acceptsShrinking)}
          onAllowWriting={() => setMode("writing")}
          onCancel={close}
        />
      )}
    </>
  );
  return { propose, version, formTurn, view };
}
