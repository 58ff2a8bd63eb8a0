import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { build } from "vite";

const built = new Map<string, Promise<string>>();

/** What a script of `in-page/` exports, as it is called from outside: JSON in, JSON out. */
export type InPage<Module> = {
  [Name in keyof Module]: Module[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** Puts one script of `in-page/` with all it imports into a page and calls what it exports. */
export async function putIntoPage<Module>(page: Page, name: string): Promise<InPage<Module>> {
  const code = built.get(name) ?? bundled(name);
  built.set(name, code);
  await page.evaluate(`${await code};globalThis.${globalName(name)} = ${globalName(name)};0`);
  const call =
    (what: string) =>
    (...args: unknown[]) =>
      page.evaluate(
        (script, wanted, sent) =>
          (globalThis as unknown as Record<string, Record<string, (...all: unknown[]) => unknown>>)[
            script
          ]?.[wanted]?.(...sent),
        globalName(name),
        what,
        args,
      );
  return new Proxy({} as InPage<Module>, {
    // A promise is asked whether it is one; a page's script never is.
    get: (_target, what) => (what === "then" ? undefined : call(String(what))),
  });
}

function globalName(name: string): string {
  return `trust_${name.replaceAll("-", "_")}`;
}

async function bundled(name: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    // The page has a database of its own.
    plugins: [
      {
        name: "real-database",
        enforce: "pre",
        resolveId: (id) => (id === "fake-indexeddb/auto" ? "\0real-database" : null),
        load: (id) => (id === "\0real-database" ? "export {};" : null),
      },
    ],
    build: {
      write: false,
      target: "es2024",
      lib: {
        entry: join(import.meta.dirname, "in-page", `${name}.ts`),
        name: globalName(name),
        formats: ["iife"],
        fileName: name,
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error("the page's script was not built");
  return chunk.code;
}
