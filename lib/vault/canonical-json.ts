/**
 * One JSON text for one value: object keys sorted by UTF-16 code units, no white space,
 * `undefined` members left out. Numbers and strings are written as `JSON.stringify` does.
 *
 * @throws TypeError for what JSON cannot hold (functions, cycles, NaN, infinities).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** Nothing that is kept is nested so deep, so this is a cycle. */
const MOST_LEVELS = 500;

/**
 * The value itself where all of it stands in order, as whatever was read from canonical JSON does:
 * of a manifest's thousands of entries only the new one is copied, and the browser writes all of
 * them without asking back for each.
 */
function inOrder(value: unknown, level = 0): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError("not a JSON number");
  if (typeof value === "function" || typeof value === "symbol" || level > MOST_LEVELS)
    throw new TypeError("not a JSON value");
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value && typeof value.toJSON === "function")
    return inOrder(value.toJSON(), level + 1);
  return Array.isArray(value)
    ? itemsInOrder(value, level + 1)
    : membersInOrder(value as Members, level + 1);
}

function itemsInOrder(items: readonly unknown[], level: number): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let at = 0; at < items.length; at++) {
    const item = inOrder(items[at], level);
    if (item !== items[at]) copy ??= [...items];
    if (copy) copy[at] = item;
  }
  return copy ?? items;
}

type Members = Record<string, unknown>;

function membersInOrder(members: Members, level: number): Members {
  const names = Object.keys(members);
  // Without a prototype, a member named `__proto__` is a member like any other.
  let copy: Members | null = areSorted(names) ? null : Object.create(null);
  for (const name of names.sort()) {
    const member = inOrder(members[name], level);
    if (member !== members[name]) copy ??= Object.assign(Object.create(null) as Members, members);
    if (copy) copy[name] = member;
  }
  return copy ?? members;
}

function areSorted(names: readonly string[]): boolean {
  for (let at = 1; at < names.length; at++)
    if ((names[at - 1] as string) > (names[at] as string)) return false;
  return true;
}
