import { createHmac, randomUUID } from "node:crypto";
import type { Page } from "puppeteer-core";
import type { TestBrowser } from "../browser.ts";

const HOST = "https://partner.impossiblecloud.com";

/** What the console's host answers, by path; a function is asked at each request. */
export type Answers = Record<string, string | (() => string)>;

/** A page nobody has seen before, under the console's own address. */
export async function openOddPage(
  browser: TestBrowser,
  answers: Answers | string,
  path = "/api_keys",
): Promise<Page> {
  const byPath = typeof answers === "string" ? { [path]: answers } : answers;
  const page = await browser.browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const answer = byPath[new URL(request.url()).pathname];
    void request.respond(
      answer === undefined
        ? { status: 204 }
        : {
            status: 200,
            contentType: "text/html; charset=utf-8",
            body: typeof answer === "string" ? answer : answer(),
          },
    );
  });
  await page.goto(`${HOST}${path}`);
  await page.bringToFront();
  return page;
}

/** A whole document around a body. */
export function html(body: string, { lang = "en", head = "" } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Console</title>${head}</head><body>${body}</body></html>`;
}

/** A token as the console might issue one: signed, made now, ending in a year. */
export function freshToken(claims: Record<string, unknown> = {}): string {
  const seconds = Math.floor(Date.now() / 1_000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = part({ alg: "HS256", typ: "JWT" });
  const body = part({ jti: randomUUID(), iat: seconds, exp: seconds + 31_536_000, ...claims });
  const signature = createHmac("sha256", "odd pages").update(`${head}.${body}`).digest("base64url");
  return `${head}.${body}.${signature}`;
}

/** `2027-03-04 12:00` and the like, so many days from now. */
export function daysAway(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

const two = (value: number) => String(value).padStart(2, "0");
export const iso = (at: Date) =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
export const german = (at: Date) =>
  `${two(at.getDate())}.${two(at.getMonth() + 1)}.${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())} Uhr`;
export const american = (at: Date) => `${at.getMonth() + 1}/${at.getDate()}/${at.getFullYear()}`;

export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  attributes = "",
): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
  return `<table ${attributes}><thead><tr>${cells("th", heads)}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells("td", row)}</tr>`)
    .join("")}</tbody></table>`;
}
