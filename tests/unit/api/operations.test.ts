import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLoopbackApi, TOKEN } from "./loopback-api";
import { OPERATIONS } from "./operations";

let api: Awaited<ReturnType<typeof startLoopbackApi>>;
beforeAll(async () => {
  api = await startLoopbackApi();
});
afterAll(() => api.stop());

describe("the 24 operations", () => {
  it("are all there, each once", () => {
    expect(new Set(OPERATIONS.map(({ request }) => request)).size).toBe(24);
  });

  it.each(OPERATIONS)(
    "$request sends what is asked and gives it in our words",
    async (operation) => {
      api.answerWith(() =>
        operation.status === 204
          ? { status: 204 }
          : { status: operation.status, json: operation.answer },
      );

      const given = await operation.call(api.client());

      expect(api.hosts).toEqual(["https://api.partner.impossiblecloud.com"]);
      expect(api.received).toMatchObject([
        {
          method: operation.request.split(" ")[0],
          path: `/v1${operation.path}`,
          query: operation.query ?? {},
          headers: { authorization: `Bearer ${TOKEN}` },
        },
      ]);
      expect(api.received[0]?.body).toEqual(operation.body);
      expect(given).toEqual(operation.gives);
    },
  );

  it.each(OPERATIONS)("$request stops when its caller no longer wants it", async ({ call }) => {
    api.answerWith(() => undefined);
    const wanted = new AbortController();

    const answer = call(api.client(), wanted.signal);
    setTimeout(() => wanted.abort(), 5);

    await expect(answer).rejects.toMatchObject({ name: "ApiCancelledError" });
  });
});

interface Schema {
  $ref?: string;
  type?: string;
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  "x-nullable"?: boolean;
}
interface Described {
  parameters?: { in: string; name: string; required?: boolean; format?: string; schema?: Schema }[];
  responses: Record<string, unknown>;
}
const FILE = fileURLToPath(new URL("../../../../shared/icmc/swagger-v1.json", import.meta.url));
const isPresent = existsSync(FILE);

describe("the vendor's description of the API", () => {
  it.skipIf(!isPresent)(
    isPresent
      ? "agrees with every request and status"
      : "cannot be compared: the vendor's file is not on this machine",
    async () => {
      const { paths, definitions } = JSON.parse(readFileSync(FILE, "utf8")) as {
        paths: Record<string, Record<string, Described>>;
        definitions: Record<string, Schema>;
      };
      const described = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(OPERATIONS.map(({ request }) => request).sort()).toEqual(described.sort());

      for (const operation of OPERATIONS) {
        api.answerWith(() => ({ status: 500 }));
        await expect(operation.call(api.client())).rejects.toThrow();
        const [sent] = api.received;
        const [method = "", path = ""] = operation.request.split(" ");
        const { parameters = [], responses } = paths[path]?.[method.toLowerCase()] ?? {
          responses: {},
        };
        const ofKind = (kind: string) => parameters.filter((parameter) => parameter.in === kind);

        expect(Object.keys(responses), operation.request).toContain(String(operation.status));
        const pattern = new RegExp(
          `^/v1${path.replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>[^/]+)`)}$`,
        );
        const ids = pattern.exec(sent?.path ?? "")?.groups ?? {};
        expect(sent?.path, operation.request).toMatch(pattern);
        for (const { name, format } of ofKind("path")) {
          expect(ids[name], operation.request).toMatch(format === "uuid" ? /^[\da-f-]{36}$/ : /./);
        }
        expect(Object.keys(sent?.query ?? {}).sort(), operation.request).toEqual(
          ofKind("query")
            .map(({ name }) => name)
            .sort(),
        );
        const [body] = ofKind("body");
        if (body?.schema) expectMatch(sent?.body, body.schema, definitions, operation.request);
        else expect(sent?.body, operation.request).toBeUndefined();
      }
    },
  );
});

function expectMatch(
  sent: unknown,
  described: Schema,
  definitions: Record<string, Schema>,
  at: string,
): void {
  const schema = described.$ref
    ? (definitions[described.$ref.replace("#/definitions/", "")] ?? {})
    : described;
  if (sent === null) {
    expect(schema["x-nullable"], at).toBe(true);
    return;
  }
  if (schema.type === "integer") {
    expect(Number.isSafeInteger(sent), at).toBe(true);
    expect(sent, at).toBeGreaterThanOrEqual(schema.minimum ?? Number.MIN_SAFE_INTEGER);
    return;
  }
  expect(typeof sent, at).toBe(schema.type);
  for (const name of schema.required ?? []) expect(sent, at).toHaveProperty(name);
  for (const [name, value] of Object.entries(schema.type === "object" ? (sent as object) : {})) {
    expect(Object.keys(schema.properties ?? {}), at).toContain(name);
    expectMatch(value, schema.properties?.[name] ?? {}, definitions, `${at}, ${name}`);
  }
}
