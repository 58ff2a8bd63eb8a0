import { randomBytes, randomUUID } from "node:crypto";
import type { Page } from "puppeteer-core";
import { signToken } from "../icmc/tokens.ts";
import { ask } from "./ask-background.ts";

export const PASSPHRASE = "crimson walnut drifts beyond harbour";

const DAY_MS = 86_400_000;
const SECRET = randomBytes(32);

/** A key like those of the console, and how a row of its list reads. */
export interface BenchKey {
  token: string;
  description: string;
  createdAtMs: number;
  validUntilMs: number;
}

/** Keys with ends spread over the next year; the same number always gives the same descriptions and ends. */
export function benchKeys(count: number, nowMs: number): BenchKey[] {
  return Array.from({ length: count }, (_, at) => {
    const createdAtMs = Math.floor(nowMs / 60_000) * 60_000 - (1 + (at % 200)) * DAY_MS;
    const validUntilMs = createdAtMs + (202 + ((at * 7) % 365)) * DAY_MS;
    const description = `Backup gateway ${String(at + 1).padStart(5, "0")}`;
    const key = {
      id: randomUUID(),
      ownerId: randomUUID(),
      organisationId: randomUUID(),
      description,
      createdAtMs,
      validUntilMs,
      deletedAtMs: null,
    };
    return { token: signToken(key, SECRET), description, createdAtMs, validUntilMs };
  });
}

/** Fills the vault by the message the popup sends for *Add key by hand*. @returns ms of each save. */
export async function fillVault(page: Page, keys: readonly BenchKey[]): Promise<number[]> {
  const tookMs: number[] = [];
  for (const { token, description } of keys) {
    const startedAtMs = performance.now();
    await ask(page, "addKey", { token, description, end: { kind: "unknown" } });
    tookMs.push(performance.now() - startedAtMs);
  }
  return tookMs;
}

/** The vault locks by itself after a while; a long run opens it again. */
export async function ensureOpen(page: Page): Promise<void> {
  if (!(await ask(page, "unlock", PASSPHRASE))) throw new Error("the vault did not open");
}
