/** Ways an answer can go wrong. */
export type Fault =
  /** The operation is not carried out. `headers` for such as `retry-after`. */
  | { kind: "status"; status: number; message?: string; headers?: Record<string, string> }
  /** A gateway's page instead of JSON; not carried out. */
  | { kind: "html"; status?: number }
  /** Carried out; the JSON breaks off in the middle. */
  | { kind: "truncated" }
  /** Carried out; status 200 without a body. */
  | { kind: "empty" }
  /** Carried out; this value instead of the right one. */
  | { kind: "instead"; status?: number; body: unknown }
  /** Carried out, but the connection breaks before the answer: the asker cannot know. */
  | { kind: "lost" }
  /** Not carried out; the connection breaks. */
  | { kind: "reset" }
  /** Accepted and never answered; not carried out. */
  | { kind: "silent" }
  | { kind: "redirect"; to: string }
  /** Carried out as usual, only later. */
  | { kind: "slow"; delayMs: number };

/**
 * What a fault applies to: everything of a side, or one operation by its name, such as
 * `GET /contract/list` or `POST /internal/api-keys`.
 */
export type FaultScope = "api" | "console" | (string & {});

interface Rule {
  fault: Fault;
  scope: FaultScope;
  left: number;
}

/** The faults in force. The newest matching one wins. */
export class Faults {
  #rules: Rule[] = [];

  set(fault: Fault, scope: FaultScope, times: number): void {
    this.#rules.unshift({ fault, scope, left: times });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault for one request, used up by one. */
  take(side: "api" | "console", operation: string): Fault | null {
    const rule = this.#rules.find(({ scope }) => scope === side || scope === operation);
    if (!rule) return null;
    rule.left -= 1;
    if (rule.left <= 0) this.#rules = this.#rules.filter((one) => one !== rule);
    return rule.fault;
  }
}
