import { useMemo, useState } from "preact/hooks";
import type { OnCopyAs } from "../../../components/keys/CopyAs";
import { UsagePanel } from "../../../components/usage/UsagePanel";
import { lastDays } from "../../../lib/tasks/figures/days";
import { usageCsv, usageJson } from "../../../lib/tasks/figures/usage-file";
import type { PartnerId } from "../../../lib/tasks/reading/storage-place";
import { localeOfDates, t } from "../../../lib/words/words";
import { CopyCall } from "./CopyCall";
import { fileName, saveFile } from "./save-file";
import { usageSlot } from "./slots";
import { useReading } from "./use-reading";

const FIRST_DAYS = 90;

/** Usage of a partner's accounts, or of one of them, for the days somebody chooses. */
export function UsageSection({
  keyId,
  partnerId,
  storageAccountId,
  name,
  nowMs,
  hrefOf,
  onCopyAs,
}: {
  keyId: string;
  partnerId: PartnerId;
  /** `null`: all of them together. */
  storageAccountId: string | null;
  /** Of the files. */
  name: string;
  nowMs: number;
  hrefOf: (storageAccountId: string) => string;
  onCopyAs: OnCopyAs;
}) {
  const [range, setRange] = useState(() => lastDays(FIRST_DAYS, nowMs));
  const slot = useMemo(
    () => usageSlot(keyId, partnerId, storageAccountId, range),
    [keyId, partnerId, storageAccountId, range],
  );
  const reading = useReading(slot);

  function exportAs(form: "csv" | "json") {
    const usages = reading.value?.items ?? [];
    const file = fileName("usage", name, range.from, range.to);
    if (form === "csv") {
      saveFile(`${file}.csv`, usageCsv(usages, localeOfDates()), "text/csv");
    } else {
      saveFile(`${file}.json`, usageJson(usages, range, reading.at ?? ""), "application/json");
    }
  }

  return (
    <>
      <UsagePanel
        reading={reading}
        range={range}
        nowMs={nowMs}
        isSingle={storageAccountId !== null}
        hrefOf={hrefOf}
        onRange={setRange}
        onExport={exportAs}
      />
      <CopyCall
        segments={segmentsOf(partnerId, storageAccountId)}
        query={`?from=${range.from}&to=${range.to}`}
        name={t("estate.thisUsage")}
        onCopyAs={onCopyAs}
      />
    </>
  );
}

function segmentsOf(partnerId: PartnerId, storageAccountId: string | null): string[] {
  if (partnerId === null) {
    return storageAccountId === null
      ? ["storage-accounts", "usage"]
      : ["storage-account", storageAccountId, "usage"];
  }
  const below = storageAccountId === null ? [] : ["storage-accounts", storageAccountId];
  return ["partner", partnerId, ...below, "usage"];
}
