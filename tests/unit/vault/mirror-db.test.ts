import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { mirrorDb } from "../../../lib/vault/mirror-db";

it("gives what it has of the names asked for, and names by how they begin", async () => {
  const area = mirrorDb(crypto.randomUUID());
  await area.set({ "a/1": { one: 1 }, "a/2": null, "b/1": "other" });

  expect(await area.get(["a/1", "a/2", "a/3"])).toEqual({ "a/1": { one: 1 }, "a/2": null });
  expect(await area.names("a/")).toEqual(["a/1", "a/2"]);

  await area.remove(["a/1", "a/3"]);

  expect(await area.names("a/")).toEqual(["a/2"]);
  expect(await area.get([])).toEqual({});
});
