import { beforeEach, expect, it, vi } from "vitest";
import { beginNewLogs } from "../../../../lib/browser/vault/new-logs";

const written: string[] = [];
let roomBytes = 0;

vi.mock("wxt/browser", () => ({
  browser: {
    storage: {
      local: {
        set: async () => void written.push("storage.local"),
        remove: async () => undefined,
      },
    },
  },
}));
vi.mock("../../../../lib/vault/new-database-log", () => ({
  fillDatabaseLog: async () => void written.push("database"),
}));
vi.mock("../../../../lib/browser/vault/room", () => ({
  hasRoom: async (bytes: number) => bytes <= roomBytes,
}));

beforeEach(() => {
  written.length = 0;
});

it("begins a new log in both stores where there is room for them", async () => {
  roomBytes = 2 ** 30;
  await beginNewLogs();
  expect(written).toEqual(["storage.local", "database"]);
});

it("leaves the old logs alone where new ones would not fit, and says that nothing is saved", async () => {
  roomBytes = 8 * 2 ** 20;
  await expect(beginNewLogs()).rejects.toMatchObject({ name: "NotSavedError" });
  expect(written).toEqual([]);
});
