/** @jsxImportSource react */
import { AlertDialog } from "radix-ui";
import { useState } from "react";
import type { ApiKey } from "../house/backend.ts";
import { deleteKey, failureWords } from "../shared/keys-backend.ts";

export function DeleteButton({ apiKey, onDeleted }: { apiKey: ApiKey; onDeleted(): void }) {
  const [failure, setFailure] = useState("");
  const remove = () =>
    deleteKey(apiKey.id).then(onDeleted, (error: unknown) => setFailure(failureWords(error)));
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger className="plain">Delete</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="overlay" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title>Delete “{apiKey.description}”?</AlertDialog.Title>
          <AlertDialog.Description>
            Programs that use it stop working at once.
          </AlertDialog.Description>
          <p role="alert">{failure}</p>
          <footer>
            <AlertDialog.Cancel>Keep</AlertDialog.Cancel>
            <AlertDialog.Action className="primary" onClick={() => void remove()}>
              Yes, delete
            </AlertDialog.Action>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
