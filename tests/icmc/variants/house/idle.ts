import { ask } from "./backend.ts";

const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
/** The backend is told of activity at most this often. */
const TELL_EVERY_MS = 30_000;

/** Calls back once when nobody has touched the page for so long. @returns What stops the watch. */
export function watchIdle(idleMs: number, onIdle: () => void): () => void {
  const stopping = new AbortController();
  let timer = setTimeout(idle, idleMs);
  let toldAtMs = Date.now();

  function idle() {
    stopping.abort();
    onIdle();
  }
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(idle, idleMs);
    if (Date.now() - toldAtMs < Math.min(TELL_EVERY_MS, idleMs / 2)) return;
    toldAtMs = Date.now();
    // A refusal shows at the next real request.
    ask("GET", "/session").catch(() => null);
  };
  for (const sign of SIGNS_OF_LIFE) {
    addEventListener(sign, alive, { passive: true, signal: stopping.signal });
  }
  return () => {
    clearTimeout(timer);
    stopping.abort();
  };
}
