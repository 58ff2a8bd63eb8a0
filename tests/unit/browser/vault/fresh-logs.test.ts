import { beforeEach, expect, it, vi } from "vitest";
import { spoilLogs, written } from "../../../../lib/browser/vault/fresh-logs";

const inMemory = new Map<string, unknown>();
let begun = 0;
let hasRoom = true;

vi.mock("../../../../lib/browser/session-area", () => ({
  sessionArea: {
    get: async (name: string) => inMemory.get(name),
    set: async (name: string, value: unknown) => void inMemory.set(name, value),
    remove: async (name: string) => void inMemory.delete(name),
  },
}));
vi.mock("../../../../lib/browser/vault/new-logs", () => ({
  beginNewLogs: async () => {
    if (!hasRoom) throw new Error("no space");
    begun += 1;
  },
}));

beforeEach(() => {
  inMemory.clear();
  begun = 0;
  hasRoom = true;
});

it("trusts no log that an earlier browser session left", async () => {
  await written(Promise.resolve());
  await written(Promise.resolve());
  expect(begun).toBe(1);
});

it("begins new logs after a write that failed, before anything else counts as written", async () => {
  await written(Promise.resolve());
  await expect(written(Promise.reject(new Error("no space")))).rejects.toThrow("no space");
  await written(Promise.resolve());
  expect(begun).toBe(2);
});

it("calls nothing written while there is no room for new logs", async () => {
  await written(Promise.resolve());
  await spoilLogs();
  hasRoom = false;
  await expect(written(Promise.resolve())).rejects.toThrow("no space");
  hasRoom = true;
  await written(Promise.resolve());
  expect(begun).toBe(2);
});

it("begins new logs once for all that write at the same time", async () => {
  await Promise.all(Array.from({ length: 5 }, () => written(Promise.resolve())));
  expect(begun).toBe(1);
});
