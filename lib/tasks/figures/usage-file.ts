import type { DayRange } from "../../api/arguments";
import { exactNumber } from "../../api/capacity";
import type { Field } from "../../api/field";
import type { StorageAccountUsage } from "../../api/usage";
import { type CsvCell, csv, dialectOf } from "./csv";

/** Daily usage as a table: raw bytes beside terabytes; what is not known stays empty. */
export function usageCsv(usages: readonly StorageAccountUsage[], locale: string): string {
  const head = [
    "storage account",
    "storage account id",
    "day",
    "used bytes",
    "used TB",
    "allocated bytes",
    "allocated TB",
  ];
  const rows = usages.flatMap((usage) =>
    (usage.days.value?.items ?? []).map(({ day, usedBytes, allocatedBytes }): CsvCell[] => [
      usage.name.value ?? null,
      usage.storageAccountId.value ?? null,
      day,
      ...bothUnits(usedBytes),
      ...bothUnits(allocatedBytes),
    ]),
  );
  return csv([head, ...rows], dialectOf(locale));
}

function bothUnits({ value }: Field<number>): [CsvCell, CsvCell] {
  return value === undefined ? [null, null] : [value, { decimal: exactNumber(value, "TB") }];
}

/** The same for programs; `null` where the API sent nothing readable. */
export function usageJson(
  usages: readonly StorageAccountUsage[],
  range: DayRange,
  readAt: string,
): string {
  const accounts = usages.map((usage) => ({
    id: usage.storageAccountId.value ?? null,
    name: usage.name.value ?? null,
    allocatedBytes: usage.allocatedBytes.value ?? null,
    days: (usage.days.value?.items ?? []).map(({ day, usedBytes, allocatedBytes }) => ({
      day,
      usedBytes: usedBytes.value ?? null,
      allocatedBytes: allocatedBytes.value ?? null,
    })),
  }));
  return `${JSON.stringify({ from: range.from, to: range.to, readAt, accounts }, null, 2)}\n`;
}
