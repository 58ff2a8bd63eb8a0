import {
  type Creation,
  type CreationOutcome,
  type CreationPhase,
  type CreationStep,
  endsOtherwise,
} from "../../lib/tasks/creation/creation";
import { dateAndTime } from "../dates";
import { testWords } from "../test-words";

/** The steps in order, as they read when they are done. "asked" is no news to anybody. */
export const STEP_WORDS: [CreationStep, string][] = [
  ["console", "Console open"],
  ["signed in", "Signed in"],
  ["filled", "Form filled"],
  ["created", "Key created"],
  ["captured", "Key captured"],
  ["saved", "Saved to vault"],
  ["tested", "Tested"],
];

const AWAITED: Record<Exclude<CreationPhase, "ended">, string> = {
  finding: "Looking for the console…",
  "signing-in": "Please sign in to the console",
  filling: "Filling the form…",
  asking: "Please choose the expiry in the console",
  submitting: "Asking the console for the key…",
  awaiting: "Waiting for the console to show the key…",
  looking: "Reading the console's list…",
  testing: "Testing the key…",
};

/** What happens or is awaited now; `null` when it is over. */
export function awaitedWords({ phase }: Creation): string | null {
  return phase === "ended" ? null : AWAITED[phase];
}

/** Somebody has to do something in the console's tab. */
export function waitsForPerson({ phase }: Creation): boolean {
  return phase === "signing-in" || phase === "asking";
}

const PART_WORDS = {
  page: "The console's API Keys page did not appear or was not understood. Reload the console's tab and try again.",
  "create button":
    "The API Keys page has no button for a new key that could be recognised. Create the key in the console: it is captured there as well.",
  form: "The console's form for a new key was closed or not understood. Create the key in the console: it is captured there as well.",
  "send button":
    "The form is filled, but its button was not recognised. Press it in the console: the key is captured there as well.",
  list: "The console's list of keys was not understood.",
} as const;

/** How it ended and what to do now. */
export function outcomeWords(
  creation: Creation,
  outcome: CreationOutcome,
): { tone: "good" | "danger" | "plain"; words: string } {
  const { description } = creation;
  switch (outcome.kind) {
    case "saved":
      return endsOtherwise(creation) ? otherEndWords(creation) : savedWords(outcome.test);
    case "held":
      return {
        tone: "danger",
        words:
          "The key was created and is sealed on this computer, but the vault could not be written. Press Save beside the waiting key.",
      };
    case "refused":
      return {
        tone: "danger",
        words: `Could not create the key: ${outcome.words}${outcome.isPartial ? ` (“${description}” is not on the part of the console's list that could be read. Look there before you try again.)` : ""}`,
      };
    case "not-created":
      return {
        tone: "danger",
        words: `Could not create the key: the console did not answer, and its list does not show “${description}”. Try again.`,
      };
    case "not-captured":
      return {
        tone: "danger",
        words: `The console created “${description}”, but its key was never seen, so nobody can use it. Delete “${description}” in the console's list, then create a new one.`,
      };
    case "uncertain": {
      const said = outcome.words === null ? "" : ` The console says: ${outcome.words}`;
      return {
        tone: "danger",
        words: `It is not certain whether the console created “${description}”.${said} Look in its list before you create another; if it is there and not in your vault, delete it.`,
      };
    }
    case "not-understood":
      return { tone: "danger", words: `Could not create the key: ${PART_WORDS[outcome.part]}` };
    case "interrupted":
      return {
        tone: "danger",
        words: `The browser was closed while “${description}” was being created. Look in the console's list before you create it again.`,
      };
    case "closed":
      return {
        tone: "plain",
        words: "The console's tab was closed before the key was asked for. Nothing was created.",
      };
    case "cancelled":
      return { tone: "plain", words: "Cancelled. Nothing was created." };
  }
}

/** Never passed over: whoever relies on the date they asked for would be surprised by an outage. */
function otherEndWords({ keyEnd, expiresAt }: Creation) {
  const end = keyEnd?.kind === "at" ? `ends on ${dateAndTime(keyEnd.at)}` : "has no expiry";
  return {
    tone: "danger",
    words: `Created and saved, but the console gave it another expiry: the key ${end}, asked for was ${dateAndTime(expiresAt)}. If that will not do, delete it in the console and create another.`,
  } as const;
}

function savedWords(test: (CreationOutcome & { kind: "saved" })["test"]) {
  if (test === "works")
    return { tone: "good", words: "Created, saved and tested: the key works." } as const;
  if (test === "not-tested")
    return {
      tone: "good",
      words: "Created and saved. It was not tested yet: unlock the vault and press Test.",
    } as const;
  return { tone: "plain", words: `Created and saved. Test: ${testWords(test)}` } as const;
}
