import { exactNumber } from "../../api/capacity";
import type { Contract } from "../../api/contracts";
import type { Partner } from "../../api/partners";
import type { StorageAccountUsage } from "../../api/usage";
import type { CsvCell } from "./csv";
import { addDaily, type MonthFigures, monthFigures, perDayOf } from "./month-figures";

/** One partner's share of the pack; `usages` is `null` where it could not be read. */
export interface PackPartner {
  contract: Contract;
  partner: Partner;
  usages: StorageAccountUsage[] | null;
}

const FIGURE_HEADS = ["average", "peak", "month end"].flatMap((name) => [
  `${name} bytes`,
  `${name} TB`,
  `${name} TiB`,
]);

/** A row for each partner, with its price line. `before` is the month compared with. */
export function partnerRows(
  month: string,
  before: string,
  partners: readonly PackPartner[],
): CsvCell[][] {
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

/** A row for each storage account; without a partner, those of a channel partner itself. */
export function accountRows(
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
