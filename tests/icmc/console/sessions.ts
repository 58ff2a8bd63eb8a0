import { randomBytes } from "node:crypto";

const COOKIE = "icmc_session";
const MAX_AGE_MS = 30 * 86_400_000;

interface Session {
  userId: string;
  startedAtMs: number;
  activeAtMs: number;
}

/** Who is signed in to the console. Ends with inactivity, and always 30 days after sign-in. */
export class Sessions {
  readonly #byId = new Map<string, Session>();

  /** @returns The `Set-Cookie` header. */
  start(userId: string, nowMs: number): string {
    const id = randomBytes(24).toString("base64url");
    this.#byId.set(id, { userId, startedAtMs: nowMs, activeAtMs: nowMs });
    return `${COOKIE}=${id}; Path=/; Max-Age=${MAX_AGE_MS / 1000}; Secure; HttpOnly; SameSite=Strict`;
  }

  /** Counts as activity. `null`: nobody is signed in with this cookie, or no longer. */
  userId(cookies: string | null, nowMs: number, idleMs: number): string | null {
    const id = idIn(cookies);
    const session = id === null ? undefined : this.#byId.get(id);
    if (!session || id === null) return null;
    if (nowMs - session.activeAtMs > idleMs || nowMs - session.startedAtMs > MAX_AGE_MS) {
      this.#byId.delete(id);
      return null;
    }
    session.activeAtMs = nowMs;
    return session.userId;
  }

  /** @returns The `Set-Cookie` header that removes the cookie. */
  end(cookies: string | null): string {
    const id = idIn(cookies);
    if (id !== null) this.#byId.delete(id);
    return `${COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict`;
  }

  endAll(): void {
    this.#byId.clear();
  }

  get count(): number {
    return this.#byId.size;
  }
}

function idIn(cookies: string | null): string | null {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(cookies ?? "")?.[1] ?? null;
}
