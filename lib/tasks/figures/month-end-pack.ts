import type { StorageAccountUsage } from "../../api/usage";
import { sha256, utf8 } from "../../vault/bytes";
import { csv, dialectOf } from "./csv";
import { monthAfter } from "./days";
import { isReadable } from "./month-figures";
import { accountRows, type PackPartner, partnerRows } from "./pack-rows";

/** What a pack is made of: a distributor's partners, or a channel partner's own accounts. */
export type PackGround = { partners: readonly PackPartner[] } | { own: StorageAccountUsage[] };

/** Names of those whose usage was not read whole: their cells are empty. */
export function notReadOf(ground: PackGround): string[] {
  if ("own" in ground)
    return ground.own.flatMap((usage) =>
      isReadable(usage) ? [] : [usage.name.value ?? usage.storageAccountId.value ?? "—"],
    );
  return ground.partners.flatMap(({ partner, usages }) =>
    usages === null ? [partner.name.value ?? partner.id.value ?? "—"] : [],
  );
}

export interface PackFile {
  name: string;
  text: string;
}

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
    notRead: notReadOf(ground),
    files: await Promise.all(
      files.map(async ({ name, text }) => ({
        name,
        bytes: utf8(text).length,
        sha256: (await sha256(utf8(text))).toHex(),
      })),
    ),
  };
  return [...files, { name: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n` }];
}

function lastDayOf(month: string): string {
  return new Date(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) - 86_400_000)
    .toISOString()
    .slice(0, 10);
}
