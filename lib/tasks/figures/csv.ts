/** How a spreadsheet of this language reads a file. */
export interface CsvDialect {
  delimiter: "," | ";";
  decimalPoint: "." | ",";
}

export type CsvCell = string | number | bigint | null | { decimal: string };

/** Where the comma divides numbers, the semicolon divides cells. */
export function dialectOf(locale: string): CsvDialect {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(1.5);
  const comma = parts.some(({ type, value }) => type === "decimal" && value === ",");
  return comma ? { delimiter: ";", decimalPoint: "," } : { delimiter: ",", decimalPoint: "." };
}

/**
 * A file that a double click opens rightly: UTF-8 with a byte order mark, CRLF, every text in
 * quotes. `{ decimal: "1.5" }` is a number with the dialect's point; `null` an empty cell.
 */
export function csv(rows: readonly (readonly CsvCell[])[], dialect: CsvDialect): string {
  const lines = rows.map((cells) =>
    cells.map((cell) => written(cell, dialect)).join(dialect.delimiter),
  );
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function written(cell: CsvCell, { decimalPoint }: CsvDialect): string {
  if (cell === null) return "";
  if (typeof cell === "bigint" || typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.decimal.replace(".", decimalPoint);
  return `"${harmless(cell).replaceAll('"', '""')}"`;
}

/**
 * A name such as `=HYPERLINK(…)` would be carried out by a spreadsheet, so an apostrophe goes
 * before it (OWASP, CSV Injection), also where blanks or full-width signs stand in front.
 */
function harmless(text: string): string {
  return /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(text) ||
    /^[\t\r\n]/.test(text)
    ? `'${text}`
    : text;
}
