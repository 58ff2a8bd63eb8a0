import { createHash } from "node:crypto";
import type { BackupKey } from "../../lib/vault/backup-file.ts";
import { type AttackedPage, keyNumber, PASSPHRASE } from "./attacked-browser.ts";

/** What is under way when the kill comes. */
export type WriteKind = "save" | "import" | "passphrase" | "vault-key";

/** How many times longer than a save each takes, about. */
const LENGTH: Record<WriteKind, number> = { save: 1, import: 1.5, passphrase: 12, "vault-key": 20 };
/** A kill comes behind the end of the write at times. */
const LATEST = 1.5;
const IMPORTED_AT_ONCE = 3;

export interface KillRun {
  /** A save that nothing disturbs; what is killed later must not take it along. */
  saveInPeace(page: AttackedPage): Promise<void>;
  /** Starts one write and does not wait for it; what is acknowledged is remembered. */
  start(page: AttackedPage, kind: WriteKind): Promise<void>;
  /** Somewhere in the middle of such a write. */
  waitInto(kind: WriteKind): Promise<void>;
  /** With whichever passphrase it is by now. */
  unlock(page: AttackedPage): Promise<void>;
  /** Compares what a fresh view sees with what was acknowledged. */
  check(page: AttackedPage, when: string): Promise<void>;
  acknowledged(): { saves: number; imports: number };
  /** In words; empty when every check was as it must be. */
  wrong: string[];
}

/** The books of one vault that is killed again and again. */
export function createKillRun(random: (below: number) => number): KillRun {
  const saved = new Set<string>();
  const imports: { tokens: string[]; isAcknowledged: boolean }[] = [];
  const wrong: string[] = [];
  let at = 0;
  let saveMs = 50;
  /** The last one that opened the vault comes first; those after it may have come true since. */
  let passphrases = [PASSPHRASE];

  async function save(page: AttackedPage): Promise<void> {
    const { token, description } = keyNumber(++at);
    const key = { token, description, end: { kind: "unknown" as const } };
    // A worker that dies answers nothing at all; only a key that comes back is an acknowledgement.
    const answer: { id?: string } | undefined = await page.ask("addKey", key);
    if (answer?.id) saved.add(token);
  }

  async function bringIn(page: AttackedPage): Promise<void> {
    const keys = Array.from({ length: IMPORTED_AT_ONCE }, () => backupKey(++at));
    const one = { tokens: keys.map(({ token }) => token), isAcknowledged: false };
    imports.push(one);
    const answer: { added?: number } | undefined = await page.ask("importKeys", keys);
    one.isAcknowledged = answer?.added === IMPORTED_AT_ONCE;
  }

  async function change(
    page: AttackedPage,
    how: "changePassphrase" | "renewVaultKey",
  ): Promise<void> {
    const passphrase = `${PASSPHRASE} ${++at}`;
    const [current = ""] = passphrases;
    // Answered or not: the browser may hand the message to the next worker, and it comes true later.
    passphrases.push(passphrase);
    await page.ask(how, { proof: { kind: "passphrase", passphrase: current }, passphrase });
  }

  const writes: Record<WriteKind, (page: AttackedPage) => Promise<void>> = {
    save,
    import: bringIn,
    passphrase: (page) => change(page, "changePassphrase"),
    "vault-key": (page) => change(page, "renewVaultKey"),
  };

  return {
    wrong,
    start: (page, kind) => writes[kind](page).catch(() => undefined),
    waitInto: (kind) => pause(random(Math.ceil(LATEST * LENGTH[kind] * saveMs))),

    async saveInPeace(page) {
      const startedAtMs = performance.now();
      await save(page);
      saveMs = (saveMs + performance.now() - startedAtMs) / 2;
    },

    async unlock(page) {
      const [current = "", ...others] = passphrases;
      for (const candidate of [current, ...others.toReversed()])
        if (await page.ask("unlock", candidate)) {
          passphrases = [candidate, ...passphrases.filter((other) => other !== candidate)];
          return;
        }
      wrong.push("no passphrase opened the vault");
    },

    async check(page, when) {
      const seen = await page.look();
      const tokens = seen.keys.map(({ token }) => token);
      const there = new Set(tokens);
      if (seen.state !== "open") wrong.push(`${when}: ${seen.state}`);
      if (seen.damaged.length > 0) wrong.push(`${when}: ${seen.damaged.length} rows damaged`);
      if (there.size !== tokens.length) wrong.push(`${when}: a key stands twice`);
      const lost = [...saved].filter((token) => !there.has(token)).length;
      if (lost > 0) wrong.push(`${when}: ${lost} acknowledged keys lost`);
      for (const { tokens: sent, isAcknowledged } of imports) {
        const count = sent.filter((token) => there.has(token)).length;
        const isWhole = count === IMPORTED_AT_ONCE || (count === 0 && !isAcknowledged);
        if (!isWhole) wrong.push(`${when}: ${count} of ${IMPORTED_AT_ONCE} keys of an import`);
      }
    },

    acknowledged: () => ({
      saves: saved.size,
      imports: imports.filter(({ isAcknowledged }) => isAcknowledged).length,
    }),
  };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function backupKey(at: number): BackupKey {
  const { token, description } = keyNumber(at);
  return {
    id: crypto.randomUUID(),
    token,
    description,
    fingerprint: createHash("sha256").update(token).digest("hex").slice(0, 16),
    apiHost: "api.partner.impossiblecloud.com",
    end: { kind: "unknown" },
    createdAt: null,
    savedAt: new Date().toISOString(),
    origin: "pasted",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed: false,
  };
}
