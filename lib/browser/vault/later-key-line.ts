import type { KeyLine } from "../../vault/key-line";

let line: Promise<KeyLine> | undefined;

/** Loaded when it is first used: mostly the session area keeps the key. */
export const laterKeyLine: KeyLine = {
  offer(held) {
    // Nothing was offered yet, so there is nothing to stop.
    if (held || line) void load().then((own) => own.offer(held));
  },
  ask: async (sessionId) => (await load()).ask(sessionId),
};

function load(): Promise<KeyLine> {
  line ??= import("./key-line").then(({ keyLine }) => keyLine());
  return line;
}
