// @vitest-environment jsdom
import { expect, it } from "vitest";
import { complaintSince } from "../../../lib/page/console-words";

const said = (...texts: string[]) => complaintSince(new Set(["Description"]), new Set(texts));

it.each([
  "Your role does not allow this",
  "Error while creating the key",
  "Too many requests, please wait a minute",
  "Saving failed…",
  "Your API key's name is taken",
  "Error: the key is being created already, and cannot be created again",
  "Das Ablaufdatum ist ungültig",
  "Der Schlüssel wird nicht erstellt",
])("takes %s for a complaint", (words) => {
  expect(said("Description", words)).toBe(words);
});

it.each([
  "Creating…",
  "Creating your key, this can take a minute",
  "Please wait",
  "Wird erstellt...",
  "Your API key is being created. This may take up to 30 seconds.",
  "We are creating your API key",
  "Working on it",
  "Hang tight, this can take a moment",
  "Ihr API-Schlüssel wird erstellt",
  "API-Schlüssel wird gerade angelegt.",
  "Key creation in progress",
  "API key created",
  "Key was created",
  "You can see it only once",
])("takes %s for no complaint, since the key may be about to come", (words) => {
  expect(said("Description", words)).toBeNull();
});
