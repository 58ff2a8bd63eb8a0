import { render } from "preact";
import { KeyList } from "../../components/keys/KeyList";
import type { KeyActions } from "../../components/keys/key-actions";
import type { ApiKey } from "../../lib/keys/api-key";
import { badgeOfEnd } from "../../lib/keys/badge";

const YEAR_MS = 365 * 86_400_000;

/**
 * Draws a list where nobody sees it, while the person types: the browser reads code when it first
 * runs, and makes its formats of dates when they are first used. Both would fall between the unlock
 * and the first picture of the keys.
 */
export function rehearseList(): void {
  const stage = document.createElement("div");
  const nowMs = Date.now();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  render(
    <KeyList
      keys={[keyOf("1", nowMs), keyOf("2", nowMs)]}
      keyInUse="1"
      badgeOf={(end) => badgeOfEnd(end, nowMs, timeZone)}
      // Nothing here can be pressed.
      {...({} as KeyActions)}
    />,
    stage,
  );
  render(null, stage);
}

function keyOf(id: string, nowMs: number): ApiKey {
  const at = new Date(nowMs + YEAR_MS).toISOString();
  return {
    id,
    description: id,
    apiHost: "",
    end: { kind: "at", at, from: "token" },
    createdAt: null,
    savedAt: at,
    fingerprint: "",
    origin: "captured",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed: false,
  };
}
