/** The same four keys, written the way different kits write a list. Classes are noise on purpose. */
export interface Key {
  description: string;
  expiry: string;
  created: string;
}

export const KEYS: Key[] = [
  { description: "Backup server", expiry: "2027-06-11 10:00", created: "2026-01-02 09:00" },
  { description: "Billing script", expiry: "2026-12-05 18:30", created: "2026-02-03 09:00" },
  { description: "Old test", expiry: "2026-03-01 00:00", created: "2025-12-04 09:00" },
  { description: "Veeam host 3", expiry: "2028-01-01 12:00", created: "2026-04-05 09:00" },
];

type Part = "description" | "expiry" | "created" | "action";
type Order = readonly Part[];
export const IN_ORDER: Order = ["description", "expiry", "created", "action"];
const ENGLISH = {
  description: "Description",
  expiry: "Valid until",
  created: "Created at",
  action: "",
};
const GERMAN = {
  description: "Beschreibung",
  expiry: "Gültig bis",
  created: "Erstellt am",
  action: "",
};
const value = (key: Key, part: Part) => (part === "action" ? "<button>🗑</button>" : key[part]);
const each = (order: Order, write: (part: Part, index: number) => string) =>
  order.map(write).join("");
const page = (body: string, heading = "API Keys") =>
  `<nav><a href="/team">Team members</a><a href="/api_keys">API Keys</a></nav><main><h1>${heading}</h1><button>+ Create new API Key</button>${body}</main>`;

/** Every shape: its name and how it is written for an order of columns. */
export const SHAPES: Record<string, (order: Order, keys?: Key[]) => string> = {
  "a plain table": (order, keys = KEYS) =>
    page(`<table class="a1"><thead><tr>${each(order, (p) => `<th>${ENGLISH[p]}</th>`)}</tr></thead><tbody>
      ${keys.map((k) => `<tr>${each(order, (p) => `<td>${value(k, p)}</td>`)}</tr>`).join("")}</tbody></table>`),
  "a German table with sorting arrows and a caption": (order, keys = KEYS) =>
    page(
      `<table><caption>API-Schlüssel</caption><tr>${each(order, (p) => `<th><button>${GERMAN[p]} <span aria-hidden="true">▲</span></button></th>`)}</tr>
      ${keys.map((k) => `<tr>${each(order, (p) => `<td><div><div>${value(k, p)}</div></div></td>`)}</tr>`).join("")}</table>`,
      "API-Schlüssel",
    ),
  "a table with a title over two columns": (order, keys = KEYS) =>
    page(`<table><thead><tr><th colspan="${order.length}">Keys of this contract</th></tr>
      <tr>${each(order, (p) => `<th>${ENGLISH[p]}</th>`)}</tr></thead><tbody>
      ${keys.map((k) => `<tr>${each(order, (p) => `<td>${value(k, p)}</td>`)}</tr><tr><td colspan="${order.length}">details</td></tr>`).join("")}</tbody></table>`),
  "a table whose header is another table": (order, keys = KEYS) =>
    page(`<div><div><table><thead><tr>${each(order, (p) => `<th>${ENGLISH[p]}</th>`)}</tr></thead></table></div>
      <div><table><tbody><tr aria-hidden="true">${each(order, () => "<td></td>")}</tr>${keys.map((k) => `<tr>${each(order, (p) => `<td>${value(k, p)}</td>`)}</tr>`).join("")}</tbody></table></div></div>`),
  "a table under a cloned sticky header": (order, keys = KEYS) => {
    const head = `<thead><tr>${each(order, (p) => `<th>${ENGLISH[p]}</th>`)}</tr></thead>`;
    return page(
      `<div><table>${head}</table></div><div><table>${head}<tbody>${keys.map((k) => `<tr>${each(order, (p) => `<td>${value(k, p)}</td>`)}</tr>`).join("")}</tbody></table></div>`,
    );
  },
  "a grid of elements with column numbers": (order, keys = KEYS) =>
    page(`<div role="grid"><div role="rowgroup"><div role="row">${each(order, (p, i) => `<div role="columnheader" aria-colindex="${i + 1}">${ENGLISH[p]}</div>`)}</div></div>
      <div role="rowgroup">${keys.map((k) => `<div role="row">${each([...order].reverse(), (p, i) => `<div role="gridcell" aria-colindex="${order.length - i}">${value(k, p)}</div>`)}</div>`).join("")}</div></div>`),
  "rows of plain elements": (order, keys = KEYS) =>
    page(`<div class="list"><div class="x">${each(order, (p) => `<div><span>${ENGLISH[p]}</span></div>`)}</div>
      <div>${keys.map((k) => `<div class="r">${each(order, (p) => `<div><span>${value(k, p)}</span></div>`)}</div>`).join("")}</div></div>`),
  "cards with labelled values": (_order, keys = KEYS) =>
    page(
      `<div>${keys.map((k) => `<div class="c"><h3>${k.description}</h3><div><span>Expires on</span><span>${k.expiry}</span></div><div><span>Created</span><span>${k.created}</span></div></div>`).join("")}</div>`,
    ),
  "a list with sentences": (_order, keys = KEYS) =>
    page(
      `<ul>${keys.map((k) => `<li><strong>${k.description}</strong><p>Expires: ${k.expiry} · Created: ${k.created}</p></li>`).join("")}</ul>`,
    ),
  "definition lists": (_order, keys = KEYS) =>
    page(
      keys
        .map(
          (k) =>
            `<article><dl><dt>Bezeichnung</dt><dd>${k.description}</dd><dt>Läuft ab am</dt><dd>${k.expiry}</dd><dt>Erstellt am</dt><dd>${k.created}</dd></dl></article>`,
        )
        .join(""),
      "API-Schlüssel",
    ),
};
