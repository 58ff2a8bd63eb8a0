/** What is still wrong with a password, in the order the API's description names its rules. */
export type PasswordGap =
  | "too-short"
  | "too-long"
  | "lower-case"
  | "upper-case"
  | "digit"
  | "special"
  | "three-kinds";

const KINDS: [PasswordGap, RegExp][] = [
  ["lower-case", /[a-z]/],
  ["upper-case", /[A-Z]/],
  ["digit", /[0-9]/],
  ["special", /[^A-Za-z0-9]/],
];

/** Storage accounts: 8 to 128 characters with lower case, upper case, digit and special character. */
export function storagePasswordGaps(password: string): PasswordGap[] {
  const gaps: PasswordGap[] = [];
  if (password.length < 8) gaps.push("too-short");
  if (password.length > 128) gaps.push("too-long");
  return [...gaps, ...missingKinds(password)];
}

/** Console users: at least 8 characters and three of the four kinds. */
export function memberPasswordGaps(password: string): PasswordGap[] {
  const gaps: PasswordGap[] = password.length < 8 ? ["too-short"] : [];
  return missingKinds(password).length > 1 ? [...gaps, "three-kinds"] : gaps;
}

function missingKinds(password: string): PasswordGap[] {
  return KINDS.flatMap(([gap, kind]) => (kind.test(password) ? [] : [gap]));
}
