import { h } from "../dom.ts";
import { type PageContext, pageHead } from "../page.ts";

/** Looks like a key and is none: the page is about keys without showing one that works. */
const EXAMPLE =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJleGFtcGxlIiwiaWF0IjoxNzAwMDAwMDAwfQ.c2lnbmF0dXJlLW9mLWFuLWV4YW1wbGUtdGhhdC1vcGVucy1ub3RoaW5n";

export async function docsPage({ words }: PageContext): Promise<Node[]> {
  return [
    pageHead(
      words.docs,
      "Everything this console does for partners and storage, for your programs.",
    ),
    h(
      "article",
      { class: "card prose" },
      h("h2", {}, "Authentication"),
      h("p", {}, "Send an API key with every request. Keys are made on the page API Keys."),
      h(
        "pre",
        {},
        h(
          "code",
          {},
          `curl https://api.partner.impossiblecloud.com/v1/contract/list \\\n  -H "Authorization: Bearer ${EXAMPLE}"`,
        ),
      ),
      h("h2", {}, "Units"),
      h("p", {}, "Capacities are bytes. One terabyte is 1,000,000,000,000 bytes."),
    ),
  ];
}
