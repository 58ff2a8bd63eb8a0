import { exactNumber } from "../../api/capacity";
import type { Contract } from "../../api/contracts";
import type { Partner } from "../../api/partners";
import type { StorageAccountUsage } from "../../api/usage";
import { type CsvCell, csv, dialectOf } from "./csv";
import { monthAfter } from "./days";
import { addDaily, type MonthFigures, monthFigures, perDayOf } from "./month-figures";

/** One partner's share of the pack; `usages` is `null` where it could not be read. */
export interface PackPartner {
  contract: Contract;
  partner: Partner;
  usages: StorageAccountUsage[] | null;
}

/** What a pack is made of: a distributor's partners, or a channel partner's own accounts. */
export type PackGround = { partners: readonly PackPartner[] } | { own: StorageAccountUsage[] };

export interface PackFile {
  name: string;
  text: string;
}

const FIGURE_HEADS = ["average", "peak", "month end"].flatMap((name) => [
  `${name} bytes`,
  `${name} TB`,
  `${name} TiB`,
]);

/**
 * The figures of a finished (or running) month for bookkeeping: a file of partners with price lines
 * (for distributors; a channel partner has none), a file of storage accounts, and a manifest with the days asked for and the files' SHA-256.
 *
 * The price line is what the *average* stored above the partner's allocation costs at the contract's
 * excess price; how the vendor's invoice counts is not published, and the manifest says so.
 */
export async function monthEndPack(
  month: string,
  ground: PackGround,
  { locale, apiHost, readAt }: { locale: string; apiHost: string; readAt: string },
): Promise<PackFile[]> {
  const dialect = dialectOf(locale);
  const before = monthAfter(month, -1);
  const { partners, own } = { partners: null, own: null, ...ground };
  const accounts = accountRows(month, before, partners ?? [{ partner: null, usages: own }]);
  const files = [
    ...(partners === null
      ? []
      : [
          {
            name: `partners-${month}.csv`,
            text: csv(partnerRows(month, before, partners), dialect),
          },
        ]),
    { name: `storage-accounts-${month}.csv`, text: csv(accounts, dialect) },
  ];
  const manifest = {
    month,
    comparedWith: before,
    daysAskedFor: { from: `${before}-01`, to: lastDayOf(month) },
    readAt,
    apiHost,
    units: "1 TB = 10^12 bytes, 1 TiB = 2^40 bytes",
    excess:
      partners &&
      "average bytes above the partner's allocation (all of them for pay-per-use) / 10^9 x excess cents per GB and month / 100; an estimate, the vendor's way of counting is not published",
    delimiter: dialect.delimiter,
    notRead: (partners ?? []).flatMap(({ partner, usages }) =>
      usages === null ? [partner.name.value ?? partner.id.value ?? "—"] : [],
    ),
    files: await Promise.all(
      files.map(async ({ name, text }) => ({
        name,
        bytes: utf8(text).length,
        sha256: await sha256(text),
      })),
    ),
  };
  return [...files, { name: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n` }];
}

function partnerRows(month: string, before: string, partners: readonly PackPartner[]): CsvCell[][] {
  const head = [
    "contract",
    "contract id",
    "partner",
    "partner id",
    "allocated bytes",
    "allocated TB",
    ...FIGURE_HEADS,
    `change of average to ${before} bytes`,
    "days with figures",
    "days of the month",
    "excess cents per GB and month",
    "estimated excess",
    "currency",
  ];
  return [
    head,
    ...partners.map(({ contract, partner, usages }): CsvCell[] => {
      const daily = usages && addDaily(usages.map(perDayOf));
      const now = daily && monthFigures(daily, month);
      const then = daily && monthFigures(daily, before);
      const allocated = partner.allocatedBytes.value;
      const cents = contract.excessCentsPerGbMonth.value;
      return [
        contract.details.value ?? null,
        contract.id.value ?? null,
        partner.name.value ?? null,
        partner.id.value ?? null,
        allocated ?? null,
        allocated === undefined ? null : { decimal: exactNumber(allocated, "TB") },
        ...figureCells(now),
        difference(now, then),
        now?.knownDays ?? null,
        now?.daysInMonth ?? null,
        cents === undefined ? null : { decimal: String(cents) },
        excess(now?.averageBytes ?? null, allocated, cents),
        contract.currency.value ?? null,
      ];
    }),
  ];
}

function accountRows(
  month: string,
  before: string,
  partners: readonly { partner: Partner | null; usages: StorageAccountUsage[] | null }[],
): CsvCell[][] {
  const head = [
    "partner",
    "partner id",
    "storage account",
    "storage account id",
    "allocated bytes",
    "allocated TB",
    ...FIGURE_HEADS,
    `change of average to ${before} bytes`,
    "days with figures",
    "days of the month",
  ];
  return [
    head,
    ...partners.flatMap(({ partner, usages }) =>
      (usages ?? []).map((usage): CsvCell[] => {
        const daily = perDayOf(usage);
        const now = monthFigures(daily, month);
        const allocated = usage.allocatedBytes.value;
        return [
          partner?.name.value ?? null,
          partner?.id.value ?? null,
          usage.name.value ?? null,
          usage.storageAccountId.value ?? null,
          allocated ?? null,
          allocated === undefined ? null : { decimal: exactNumber(allocated, "TB") },
          ...figureCells(now),
          difference(now, monthFigures(daily, before)),
          now.knownDays,
          now.daysInMonth,
        ];
      }),
    ),
  ];
}

function figureCells(figures: MonthFigures | null): CsvCell[] {
  const { averageBytes, peakBytes, endBytes } = figures ?? {
    averageBytes: null,
    peakBytes: null,
    endBytes: null,
  };
  return [averageBytes, peakBytes, endBytes].flatMap((bytes): CsvCell[] =>
    bytes === null
      ? [null, null, null]
      : [
          bytes,
          { decimal: exactNumber(bytes, "TB") },
          { decimal: rounded(exactNumber(bytes, "TiB")) },
        ],
  );
}

/** A TiB has up to 40 decimals; six of them are a megabyte. */
function rounded(number: string): string {
  return String(Number(Number(number).toFixed(6)));
}

function difference(now: MonthFigures | null, then: MonthFigures | null): CsvCell {
  if (now?.averageBytes == null || then?.averageBytes == null) return null;
  return now.averageBytes - then.averageBytes;
}

function excess(average: bigint | null, allocated?: number, cents?: number): CsvCell {
  if (average === null || allocated === undefined || cents === undefined) return null;
  const above = Math.max(0, Number(average) - allocated);
  return { decimal: ((above / 1e9) * cents * 0.01).toFixed(2) };
}

function lastDayOf(month: string): string {
  return new Date(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) - 86_400_000)
    .toISOString()
    .slice(0, 10);
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function sha256(text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(text))).toHex();
}
