import { isRecord } from "./answer";

const MAX_CHARACTERS = 200;
/** So much of a secret in a row gives it away; shorter runs are words that any two texts share. */
const TELLING_RUN = 12;

/**
 * The API's own explanation of a refusal, fit to be shown as text: `message` or `error` of a JSON
 * answer, or a plain text. Control characters and direction overrides are dropped, long texts cut.
 *
 * @param secrets - API key and passwords of this call. A text that repeats part of one is not shown.
 * @returns `null` when there is nothing usable, such as a gateway's HTML page.
 */
export function apiWords(
  answer: unknown,
  contentType: string,
  secrets: readonly string[],
): string | null {
  const said = spoken(answer, contentType);
  if (said === null) return null;
  const words = said
    .slice(0, 4 * MAX_CHARACTERS)
    .toWellFormed()
    .replace(/[\p{Cf}\p{Co}]/gu, "")
    .replace(/[\p{Cc}\p{Z}]+/gu, " ")
    .trim();
  if (words === "" || /<[a-z!/?]/i.test(words) || tells(words, secrets)) return null;
  return words.length <= MAX_CHARACTERS
    ? words
    : `${words.slice(0, MAX_CHARACTERS - 1).toWellFormed()}…`;
}

function spoken(answer: unknown, contentType: string): string | null {
  if (typeof answer === "string") return /^text\/plain\b/i.test(contentType) ? answer : null;
  if (!isRecord(answer)) return null;
  const { message, error } = answer;
  if (typeof message === "string") return message;
  if (typeof error === "string") return error;
  return isRecord(error) && typeof error.message === "string" ? error.message : null;
}

function tells(words: string, secrets: readonly string[]): boolean {
  if (/\beyJ[\w-]{6}|\bbearer +\S{6}/i.test(words)) return true;
  const squeezed = words.replaceAll(" ", "");
  return secrets.some((secret) => {
    if (secret === "") return false;
    if (words.includes(secret)) return true;
    for (let start = 0; start + TELLING_RUN <= squeezed.length; start++) {
      if (secret.includes(squeezed.slice(start, start + TELLING_RUN))) return true;
    }
    return false;
  });
}
