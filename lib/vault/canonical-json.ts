/**
 * One JSON text for one value: object keys sorted by UTF-16 code units, no white space,
 * `undefined` members left out. Numbers and strings are written as `JSON.stringify` does.
 *
 * @throws TypeError for what JSON cannot hold (functions, cycles, NaN, infinities).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member === "number" && !Number.isFinite(member))
      throw new TypeError("not a JSON number");
    if (typeof member === "function" || typeof member === "symbol")
      throw new TypeError("not a JSON value");
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    const sorted = Object.keys(member).sort();
    // Without a prototype, a member named `__proto__` is a member like any other.
    const copy: Record<string, unknown> = Object.create(null);
    for (const name of sorted) copy[name] = (member as Record<string, unknown>)[name];
    return copy;
  });
}
