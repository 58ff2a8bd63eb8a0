import type { ComponentChildren } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { ConfirmWrite } from "../../../components/writes/ConfirmWrite";
import type { Proposal, Propose } from "../../../components/writes/proposal";
import { WriteResult } from "../../../components/writes/WriteResult";
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

/** Where a wish becomes a decision: preview, confirmation, and how it ended. */
export function useWriteDesk(keyId: string | null): WriteDesk {
  const [open, setOpen] = useState<Open | null>(null);
  const [last, setLast] = useState<JournalEntry | null>(null);
  const [version, setVersion] = useState(0);
  const [mode, setMode] = useWriteMode();
  const shown = useRef<string | null>(null);

  const propose = useCallback<Propose>(
    (proposal) => {
      if (keyId === null) return;
      const id = crypto.randomUUID();
      shown.current = id;
      const show = (found: Pick<Open, "preview" | "failure">) => {
        if (shown.current === id) setOpen({ id, proposal, ...found });
      };
      setLast(null);
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
    shown.current = null;
    setOpen(null);
  };

  async function confirm({ id, proposal, preview }: Open, acceptsShrinking: boolean) {
    if (keyId === null || preview === null) return;
    const { order, secrets, subject, place, putsBack } = proposal;
    const seen = preview.before;
    const decision = { id, order, seen, acceptsShrinking, keyId, subject, place, putsBack };
    const ask = () => send("carryOut", decision, secrets);
    // The worker may die while it sends. The same decision is one write, so asking again only looks.
    const entry = await ask().catch((error: Error) => {
      if (error instanceof NoAnswerError) return ask();
      throw error;
    });
    if (shown.current === id) close();
    setLast(entry);
    setVersion((old) => old + 1);
  }

  const back = last && putBackOrder(last);
  const view = (
    <>
      {last && (
        <WriteResult
          entry={last}
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
  return { propose, version, view };
}
