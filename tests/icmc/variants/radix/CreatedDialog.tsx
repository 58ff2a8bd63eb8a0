/** @jsxImportSource react */
import { Dialog } from "radix-ui";
import { navigate, PATHS } from "../shared/route.ts";

/** Portal, focus trap, and everything else hidden from assistive technology. */
export function CreatedDialog({ token }: { token: string }) {
  const leave = () => navigate(PATHS.apiKeys);
  return (
    <Dialog.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) leave();
      }}
    >
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog">
          <Dialog.Title>Your API key is ready</Dialog.Title>
          <Dialog.Description>
            Use it in place of eyJhbGciOiJIUzI1NiJ9.eyJ… in the examples. You see it only now.
          </Dialog.Description>
          <div className="token-line">
            <input aria-label="Key" readOnly value={token} />
            <button type="button" onClick={() => void navigator.clipboard.writeText(token)}>
              Copy
            </button>
          </div>
          <footer>
            <Dialog.Close className="primary">Back to API Keys</Dialog.Close>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
