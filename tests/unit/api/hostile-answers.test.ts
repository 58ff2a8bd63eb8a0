import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../../lib/api/api-error";
import { clientAnswering, json } from "./loopback-api";
import { OPERATIONS } from "./operations";

const WIRE_NAMES = [
  "id",
  "name",
  "details",
  "currency",
  "reservedCapacity",
  "allocatedCapacity",
  "costStorageGBCents",
  "costEgressGBCents",
  "distributorId",
  "distributorContractId",
  "allowOverdraft",
  "email",
  "role",
  "clientAccountId",
  "contactEmail",
  "pendingDeletedAt",
  "client_id",
  "allocated_capacity",
  "daily_usage",
  "date",
  "usage",
  "regions",
  "s3_url",
  "iam_url",
  "sts_url",
  "message",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "length",
  "value",
  "missing",
];

const scalar = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("a", "\ud800", "\udc00", "\u0000"), maxLength: 4 }),
  fc.constantFrom("\ud800", "\u202e", "2027-02-30", "NaN", "-0", "1e999", "x".repeat(5_000)),
  fc.double(),
  fc.constantFrom(-1, 2 ** 53, 1e308, 0.1),
  fc.boolean(),
  fc.constant(null),
);
const { junk } = fc.letrec((tie) => ({
  junk: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie("junk"), { maxLength: 6 }),
    // As text, so that `__proto__` arrives as the property it is on the wire.
    fc
      .array(fc.tuple(fc.constantFrom(...WIRE_NAMES), tie("junk")), { maxLength: 10 })
      .map(asObject),
  ),
}));

function asObject(entries: [string, unknown][]): unknown {
  const members = entries.map(([name, value]) => `${JSON.stringify(name)}:${wire(value)}`);
  return JSON.parse(`{${members.join(",")}}`);
}

function wire(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}

/** Nothing a screen could draw as `undefined` or `NaN`, and nothing that came past the parsers. */
function expectDrawable(value: unknown): void {
  expect(value).not.toBeUndefined();
  if (typeof value === "number") {
    expect(Number.isFinite(value) && value >= 0 && !Object.is(value, -0)).toBe(true);
  }
  if (typeof value === "string") expect(value.isWellFormed()).toBe(true);
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  if ("missing" in value) {
    expect(["not-sent", "not-understood"]).toContain(value.missing);
    expect(value).not.toHaveProperty("value");
  }
  for (const inner of Object.values(value)) expectDrawable(inner);
}

async function expectCalm(call: Promise<unknown>): Promise<void> {
  try {
    const given = await call;
    if (given !== undefined) expectDrawable(given);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.message).toMatch(/^[\w :.,]{5,80}$/);
  }
}

const answerOfAnyKind = fc.oneof(
  junk.map(wire),
  fc.array(junk, { maxLength: 5 }).map(wire),
  junk.map((sent) => wire({ regions: sent })),
  junk.map((sent) => wire({ client_id: "1", daily_usage: sent })),
  fc.string({ unit: "binary" }),
  junk.map((sent) => wire(sent).slice(0, -1)),
);

describe("an answer nobody would expect", () => {
  it.each(OPERATIONS)("to $request gives our types or one of our errors", async ({ call }) => {
    await fc.assert(
      fc.asyncProperty(
        answerOfAnyKind,
        fc.constantFrom(200, 200, 200, 201, 400, 403, 500),
        async (body, status) => {
          await expectCalm(call(clientAnswering(() => json(body, { status }))));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("leaves the prototype of all objects alone", async () => {
    const body =
      '[{"__proto__":{"id":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"name":"A"}]';
    const [partners] = OPERATIONS.filter(({ path }) => path.endsWith("/partners"));
    const given = await partners?.call(clientAnswering(() => json(body)));
    expect(given).toMatchObject({ items: [{ id: { missing: "not-sent" }, name: { value: "A" } }] });
    expect({}).not.toHaveProperty("polluted");
  });

  it("may be a list of a hundred thousand nothings", async () => {
    const [contracts] = OPERATIONS;
    const body = `[${Array(100_000).fill("{}").join(",")}]`;
    expect(await contracts?.call(clientAnswering(() => json(body)))).toEqual({
      items: [],
      notUnderstood: 100_000,
    });
  });
});
