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
    get: async (name) => (await load()).get(name),
    getEach: async (names) => (await load()).getEach(names),
    names: async (prefix) => (await load()).names(prefix),
    getAll: async (prefix) => (await load()).getAll(prefix),
    set: async (entries) => (await load()).set(entries),
    remove: async (names) => (await load()).remove(names),
  };
}
