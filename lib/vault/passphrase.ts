import { isTooShort } from "./passphrase-length";

/** What the vault thinks of a passphrase before it is taken. */
export interface PassphraseVerdict {
  accepted: boolean;
  /** 0 (guessed at once) to 4 (out of reach); 3 and 4 are accepted. */
  score: 0 | 1 | 2 | 3 | 4;
  problem: "too-short" | "too-weak" | null;
}

/** Powers of ten in guesses from which a score begins. At 10¹⁰, one Argon2id machine works for years. */
const SCORES_FROM = [4, 7, 10, 14] as const;
const ACCEPTED_SCORE = 3;
/** The first words anyone would try on this vault. */
const OWN_WORDS = [
  "impossible",
  "cloud",
  "icmc",
  "companion",
  "console",
  "partner",
  "vault",
  "api",
];

/** Judges a passphrase as it is typed. Loads its dictionaries at the first call. */
export async function judgePassphrase(passphrase: string): Promise<PassphraseVerdict> {
  const normalized = passphrase.normalize("NFKC");
  const zxcvbn = await estimator();
  const { guessesLog10 } = zxcvbn.check(normalized);
  const score = SCORES_FROM.filter((from) => guessesLog10 >= from).length as 0 | 1 | 2 | 3 | 4;
  if (isTooShort(passphrase)) return { accepted: false, score, problem: "too-short" };
  const accepted = score >= ACCEPTED_SCORE;
  return { accepted, score, problem: accepted ? null : "too-weak" };
}

let loading: ReturnType<typeof load> | undefined;

function estimator(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

async function load() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, own: OWN_WORDS },
    graphs: adjacencyGraphs,
  });
}
