import {
  type Creation,
  type CreationOutcome,
  type CreationPhase,
  type CreationStep,
  endsOtherwise,
} from "../../lib/tasks/creation/creation";
import { t, type WordName } from "../../lib/words/words";
import { dateAndTime } from "../dates";
import { testWords } from "../keys/test-words";
import { limitWords } from "./limit-words";

/** The steps in order, as they read when they are done. "asked" is no news to anybody. */
export const STEP_WORDS: [CreationStep, WordName][] = [
  ["console", "creation.console"],
  ["signed in", "creation.signedIn"],
  ["filled", "creation.filled"],
  ["created", "creation.created"],
  ["captured", "creation.captured"],
  ["saved", "creation.saved"],
  ["tested", "creation.tested"],
];

const AWAITED: Record<Exclude<CreationPhase, "ended">, WordName> = {
  finding: "creation.finding",
  "signing-in": "creation.signingIn",
  filling: "creation.filling",
  asking: "creation.asking",
  submitting: "creation.submitting",
  awaiting: "creation.awaiting",
  confirming: "creation.confirming",
  looking: "creation.looking",
  testing: "creation.testing",
};

/** What happens or is awaited now; `null` when it is over. */
export function awaitedWords({ phase }: Creation): string | null {
  return phase === "ended" ? null : t(AWAITED[phase]);
}

/** Somebody has to do something in the console's tab. */
export function waitsForPerson({ phase }: Creation): boolean {
  return phase === "signing-in" || phase === "asking" || phase === "confirming";
}

const NOT_UNDERSTOOD: Record<(CreationOutcome & { kind: "not-understood" })["part"], WordName> = {
  page: "creation.noPage",
  "create button": "creation.noCreateButton",
  form: "creation.noForm",
  "send button": "creation.noSendButton",
  list: "creation.noList",
};

export interface OutcomeWords {
  tone: "good" | "danger" | "plain";
  words: string;
}

/** How it ended and what to do now. */
export function outcomeWords(creation: Creation, outcome: CreationOutcome): OutcomeWords {
  const { description } = creation;
  switch (outcome.kind) {
    case "saved":
      return endsOtherwise(creation) ? otherEndWords(creation) : savedWords(outcome.test);
    case "held":
      return { tone: "danger", words: t("creation.held") };
    case "refused":
      return {
        tone: "danger",
        words: outcome.isPartial
          ? t("creation.refusedPartly", outcome.words, description)
          : t("creation.refused", outcome.words),
      };
    case "not-created":
      return { tone: "danger", words: t("creation.notCreated", description) };
    case "not-captured":
      return { tone: "danger", words: t("creation.notCaptured", description) };
    case "uncertain":
      return {
        tone: "danger",
        words:
          outcome.words === null
            ? t("creation.uncertain", description)
            : t("creation.uncertainSaying", description, outcome.words),
      };
    case "not-understood":
      return { tone: "danger", words: t(NOT_UNDERSTOOD[outcome.part]) };
    case "beyond":
      return { tone: "danger", words: t("creation.beyond", limitWords(outcome.limit)) };
    case "interrupted":
      return { tone: "danger", words: t("creation.interrupted", description) };
    case "closed":
      return { tone: "plain", words: t("creation.closed") };
    case "cancelled":
      return { tone: "plain", words: t("creation.cancelled") };
  }
}

/** Never passed over: whoever relies on the date they asked for would be surprised by an outage. */
function otherEndWords({ keyEnd, expiresAt }: Creation): OutcomeWords {
  const asked = dateAndTime(expiresAt);
  return {
    tone: "danger",
    words:
      keyEnd?.kind === "at"
        ? t("creation.otherEnd", dateAndTime(keyEnd.at), asked)
        : t("creation.noEnd", asked),
  };
}

function savedWords(test: (CreationOutcome & { kind: "saved" })["test"]): OutcomeWords {
  if (test === "works") return { tone: "good", words: t("creation.works") };
  if (test === "not-tested") return { tone: "good", words: t("creation.notTested") };
  if (test === "not-permitted") return { tone: "plain", words: t("creation.notPermitted") };
  return { tone: "plain", words: t("creation.savedButTest", testWords(test)) };
}
