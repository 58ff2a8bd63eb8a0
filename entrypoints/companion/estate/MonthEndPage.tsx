import { useEffect, useRef, useState } from "preact/hooks";
import { MonthEnd } from "../../../components/figures/MonthEnd";
import { dayOf, monthAfter } from "../../../lib/tasks/figures/days";
import {
  monthEndPack,
  notReadOf,
  type PackGround,
} from "../../../lib/tasks/figures/month-end-pack";
import { zip } from "../../../lib/tasks/figures/zip";
import { packOwn, packPartners } from "../../../lib/tasks/reading/pack-partners";
import type { Progress } from "../../../lib/tasks/reading/survey";
import { localeOfDates, t } from "../../../lib/words/words";
import type { PageProps } from "./page-props";
import { saveFile } from "./save-file";
import { viewClient } from "./slots";

export function MonthEndPage({ keyId, side, nowMs }: PageProps) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [done, setDone] = useState<Parameters<typeof MonthEnd>[0]["done"]>(null);
  const aborter = useRef<AbortController | null>(null);
  useEffect(() => () => aborter.current?.abort(), []);
  const thisMonth = dayOf(nowMs).slice(0, 7);
  // Two years and the month that still goes on: further back somebody looks into a pack made then.
  const months = Array.from({ length: 25 }, (_, back) => monthAfter(thisMonth, -back));

  async function make(month: string) {
    const own = new AbortController();
    aborter.current = own;
    setFailure(null);
    setDone(null);
    setProgress({ done: 0, total: 0 });
    try {
      const client = await viewClient(keyId);
      const today = dayOf(Date.now());
      const ground =
        side === "partner"
          ? { own: await packOwn(client, month, today, own.signal) }
          : { partners: await packPartners(client, month, today, setProgress, own.signal) };
      const files = await monthEndPack(month, ground, {
        locale: localeOfDates(),
        apiHost: client.apiHost,
        readAt: new Date().toISOString(),
      });
      const file = `month-end-${month}.zip`;
      saveFile(file, zip(files), "application/zip");
      setDone({ file, ...contentsOf(ground) });
    } catch (error) {
      if (!own.signal.aborted) setFailure(error as Error);
    } finally {
      setProgress(null);
    }
  }

  return (
    <div class="stack">
      <h2>{t("places.monthEnd")}</h2>
      <MonthEnd
        isPartner={side === "partner"}
        months={months}
        lastMonth={monthAfter(thisMonth, -1)}
        progress={progress}
        failure={failure}
        done={done}
        onMake={(month) => void make(month)}
        onStop={() => aborter.current?.abort()}
      />
    </div>
  );
}

function contentsOf(ground: PackGround): { count: number; notRead: string[] } {
  const { length: count } = "own" in ground ? ground.own : ground.partners;
  return { count, notRead: notReadOf(ground) };
}
