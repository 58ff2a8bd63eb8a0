/** Decimal units, as the console counts: 1 TB is 10¹² bytes. */
export function terabytes(bytes: number, locale: string): string {
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1e12)} TB`;
}
