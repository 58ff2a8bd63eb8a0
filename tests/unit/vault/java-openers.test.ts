import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { readFixture } from "./fixture";
import { javaOpeners } from "./java-openers";

const openers = javaOpeners();
afterAll(() => openers?.close());
if (!openers)
  process.stderr.write("no Java 17 here: its openers of vault and backup are not tried\n");

const read = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), "utf8");

it.runIf(openers).each(["vault-v1", "vault-v1-floor"])(
  "opens the frozen vault %s in another language, by the description alone",
  (name) => {
    const fixture = readFixture(name);
    const opened = openers?.openVault(read(name)) as Record<
      "keys" | "held" | "documents",
      object[]
    >;

    for (const key of fixture.keys)
      expect(opened.keys).toContainEqual(expect.objectContaining(key));
    expect(opened.keys).toHaveLength(fixture.keys.length);
    for (const one of fixture.held)
      expect(opened.held).toContainEqual(expect.objectContaining(one));
    expect(opened.documents).toContainEqual(fixture.document);
  },
);

it.runIf(openers)("opens the frozen backup in another language", () => {
  const { file, passphrase, keys } = JSON.parse(read("backup-v1"));

  expect(openers?.openBackup(Uint8Array.fromBase64(file), passphrase)).toMatchObject({ keys });
});
