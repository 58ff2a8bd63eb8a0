import type { CopyArea, SecondPlace } from "../../vault/second-place";

/** Loaded when it is first used: whoever only reads the vault needs it where the vault is lost. */
export const laterSecondPlace: SecondPlace = {
  mirror: later("mirror"),
  anchor: later("anchor"),
  exclusively: (work) => navigator.locks.request("vault-copies", work),
};

function later(area: "mirror" | "anchor"): CopyArea {
  const load = async () => (await import("./second-place")).areas[area];
  return {
    get: async (names) => (await load()).get(names),
    names: async (prefix) => (await load()).names(prefix),
    set: async (entries) => (await load()).set(entries),
    remove: async (names) => (await load()).remove(names),
  };
}
