import { readFileSync } from "node:fs";
import type { CaptureRow, Row } from "../../../lib/vault/format";
import type { Disk } from "./place";

/** A vault as some version once wrote it, with what it must give for ever. */
export interface Fixture {
  passphrase: string;
  writtenAtMs: number;
  keys: { id: string; description: string; notes: string; token: string }[];
  held: { captureId: string; description: string; token: string }[];
  document: { kind: "settings" | "snapshot"; name: string; value: unknown };
  rows: Row[];
  inbox: CaptureRow[];
}

const BYTE_FIELDS = ["nonce", "ciphertext", "enc"];

export function readFixture(name: string): Fixture {
  const text = readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");
  return JSON.parse(text, (field, value) =>
    BYTE_FIELDS.includes(field) ? Uint8Array.fromBase64(value) : value,
  );
}

export function diskOf({ rows, inbox, writtenAtMs }: Fixture): Disk {
  return structuredClone({ rows, inbox, session: [], memory: [], nowMs: writtenAtMs });
}
