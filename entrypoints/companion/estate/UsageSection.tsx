import { useMemo, useState } from "preact/hooks";
import { UsagePanel } from "../../../components/usage/UsagePanel";
import { lastDays } from "../../../lib/tasks/figures/days";
import { usageCsv, usageJson } from "../../../lib/tasks/figures/usage-file";
import type { PartnerId } from "../../../lib/tasks/reading/storage-place";
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
}: {
  keyId: string;
  partnerId: PartnerId;
  /** `null`: all of them together. */
  storageAccountId: string | null;
  /** Of the files. */
  name: string;
  nowMs: number;
  hrefOf: (storageAccountId: string) => string;
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
      saveFile(`${file}.csv`, usageCsv(usages, navigator.language), "text/csv");
    } else {
      saveFile(`${file}.json`, usageJson(usages, range, reading.at ?? ""), "application/json");
    }
  }

  return (
    <UsagePanel
      reading={reading}
      range={range}
      nowMs={nowMs}
      isSingle={storageAccountId !== null}
      hrefOf={hrefOf}
      onRange={setRange}
      onExport={exportAs}
    />
  );
}
