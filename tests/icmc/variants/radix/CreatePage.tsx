/** @jsxImportSource react */
import { Label } from "radix-ui";
import { type FormEvent, useState } from "react";
import { createKey, failureWords } from "../shared/keys-backend.ts";
import { navigate, PATHS } from "../shared/route.ts";
import { CreatedDialog } from "./CreatedDialog.tsx";

export const CREATE_PATH = `${PATHS.apiKeys}/new`;

/** A page of its own; day and time are two fields. */
export function CreatePage() {
  const [token, setToken] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const end = new Date(`${fields.get("day")}T${fields.get("time")}`);
    if (Number.isNaN(end.getTime())) return setFailure("Date and time are needed");
    try {
      setToken((await createKey(String(fields.get("description")), end)).token);
    } catch (error) {
      setFailure(failureWords(error));
    }
  };
  return (
    <>
      <h1>Create new API Key</h1>
      <form className="panel" noValidate onSubmit={(event) => void send(event)}>
        <Label.Root htmlFor="description">Description</Label.Root>
        <input id="description" name="description" maxLength={100} />
        <Label.Root htmlFor="day">Expiration date</Label.Root>
        <input id="day" name="day" type="date" />
        <Label.Root htmlFor="time">Expiration time</Label.Root>
        <input id="time" name="time" type="time" />
        <p role="alert">{failure}</p>
        <footer>
          <button type="button" onClick={() => navigate(PATHS.apiKeys)}>
            Cancel
          </button>
          <button type="submit" className="primary">
            Create API Key
          </button>
        </footer>
      </form>
      {token !== null && <CreatedDialog token={token} />}
    </>
  );
}
