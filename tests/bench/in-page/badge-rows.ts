/** Functions that run in the page with rows; each is sent there as text, so it uses nothing outside itself. */

export interface BenchRow {
  description: string;
  validUntil: string;
  createdAt: string;
}

export interface DrawTimes {
  /** From the table's arrival to the last badge in the document. */
  lastBadgeMs: number;
  /** The same, to the end of the frame that drew it. */
  paintedMs: number;
}

/** Builds the table and keeps it beside the page: its building is the page's own work, and not measured. */
export function buildTable(rows: BenchRow[]): void {
  const table = document.createElement("table");
  const line = (tag: string, texts: string[]) => {
    const row = document.createElement("tr");
    for (const text of texts) {
      const cell = document.createElement(tag);
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  };
  const head = document.createElement("thead");
  head.append(line("th", ["Description", "Valid until", "Created at"]));
  const body = document.createElement("tbody");
  for (const row of rows) body.append(line("td", [row.description, row.validUntil, row.createdAt]));
  table.append(head, body);
  Object.assign(globalThis, { benchTable: table });
}

/** Puts the built table into the page; with `isFloor` a plain loop appends one span per row. */
export function drawRows(isFloor: boolean): Promise<DrawTimes> {
  const { benchTable: table } = globalThis as unknown as { benchTable: HTMLTableElement };
  const [body] = table.tBodies;
  if (!body) throw new Error("there are no rows");
  const times = new Promise<DrawTimes>((resolve) => {
    let missing = body.rows.length;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) missing -= addedNodes.length;
      if (missing > 0) return;
      const lastBadgeMs = performance.now() - startedAtMs;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () =>
          resolve({ lastBadgeMs, paintedMs: performance.now() - startedAtMs });
        port2.postMessage(null);
      });
    });
    observer.observe(body, { subtree: true, childList: true });
  });
  const startedAtMs = performance.now();
  document.querySelector("#list")?.replaceChildren(table);
  if (isFloor) {
    for (const row of body.rows) {
      const badge = document.createElement("span");
      badge.textContent = "Expires in 212 days";
      row.cells[1]?.append(badge);
    }
  }
  return times;
}

/** Makes the page answer a changed cell by rewriting its span: what the least of observers would do. */
export function answerChanges(): void {
  const body = document.querySelector("tbody");
  if (!body) throw new Error("there are no rows");
  new MutationObserver((records) => {
    const cells = new Set(records.map(({ target }) => target.parentElement?.closest("td")));
    setTimeout(() => {
      for (const cell of cells) {
        const badge = cell?.querySelector("span");
        if (badge) badge.textContent = `${badge.textContent}.`;
      }
    });
  }).observe(body, { subtree: true, characterData: true });
}

/** ms from a changed date in one row to its badge saying so. */
export function changeRow(at: number, validUntil: string): Promise<number> {
  const cell = document.querySelector("tbody")?.rows[at]?.cells[1];
  const badge = cell?.querySelector("span");
  const text = cell?.firstChild as Text | null | undefined;
  if (!badge || !text) throw new Error("the row has no badge");
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - startedAtMs);
    });
    observer.observe(badge, { subtree: true, childList: true, characterData: true });
    const startedAtMs = performance.now();
    text.data = validUntil;
  });
}
