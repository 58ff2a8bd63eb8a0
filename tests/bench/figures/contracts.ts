import { scheduleMs, tookMs, watchAnswers } from "../answer-times.ts";
import { ask, timeAsking } from "../ask-background.ts";
import type { Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { medianOf } from "../samples.ts";
import { slowAnswers } from "../slow-answers.ts";
import { timeSnapshot } from "../snapshot-on-screen.ts";
import { timeSurvey } from "../survey-run.ts";
import { ensureOpen } from "../vault-filling.ts";
import type { World } from "../world.ts";

const CONTRACTS = 20;
const API = "api.partner.impossiblecloud.com";
/** Long enough that nothing on screen can come from the API. */
const SILENT_MS = 5_000;
/** As `CALLS_AT_ONCE` of `lib/tasks/reading/each-limited.ts`. */
const LANES = 6;
const FEW_RUNS = 5;

/** Contracts as they were last known, after an unlock; and reading them again from an API that takes its time. */
export async function contracts(world: World): Promise<Results> {
  const { port, state, control } = await world.icmc();
  const [first] = state.contracts;
  const [partner] = state.partners;
  if (!first || !partner) throw new Error("the local ICMC has no contract with a partner");
  while (state.contracts.length < CONTRACTS) {
    const id = crypto.randomUUID();
    state.contracts.push({ ...first, id });
    state.partners.push({
      ...partner,
      id: crypto.randomUUID(),
      contractId: id,
      name: `${partner.name} ${state.contracts.length}`,
    });
  }
  const stage = await world.extra(port, 0);
  const { page } = stage.vault;
  const { token } = control.issue({ description: "bench", validUntilMs: null });
  const { id } = await ask(page, "addKey", {
    token,
    description: "bench",
    end: { kind: "unknown" },
  });
  await ask(page, "useKey", id);

  const answers = watchAnswers(API);
  const refresh = async () => {
    slowAnswers(control, 4);
    answers.taken();
    return { tookMs: await timeAsking(page, "refreshContracts"), answers: answers.taken() };
  };
  const { refreshed } = await interleave(world.runs, { refreshed: refresh });
  let isFirst = true;
  const calls = 1 + CONTRACTS + 3 * state.partners.length;
  const { surveys } = await interleave(Math.min(FEW_RUNS, world.runs), {
    surveys: () => {
      slowAnswers(control, 2 * calls);
      const run = timeSurvey(stage, answers, isFirst);
      isFirst = false;
      return run;
    },
  });
  answers.stop();
  control.clearFaults();

  control.fault({ kind: "slow", delayMs: SILENT_MS }, { scope: "GET /contract/list" });
  const { shown } = await interleave(world.runs, { shown: () => timeSnapshot(stage) });
  control.clearFaults();
  await ensureOpen(page);

  const slowest = refreshed.map((one) => Math.max(...one.answers.map(tookMs)));
  const lists = surveys.map((one) => one.answers.filter(({ path }) => isPartnerList(path)));
  const spans = lists.map(
    (all) =>
      Math.max(...all.map(({ endedAtMs }) => endedAtMs)) -
      Math.min(...all.map(({ startedAtMs }) => startedAtMs)),
  );
  return {
    figures: [
      {
        name: `refresh of ${CONTRACTS} contracts: asked → kept and acknowledged`,
        unit: "ms",
        ours: refreshed.map((one) => one.tookMs),
        floor: slowest,
        floorIs: "slowest single answer of it, by the server's clock",
        target: { limit: "ratio", most: 1.2 },
        note: `${requestsOf(refreshed)}, each answered after 100 to 200 ms`,
      },
      {
        name: `partner lists of ${CONTRACTS} contracts, six at a time: first asked → last answered`,
        unit: "ms",
        ours: spans,
        floor: lists.map((all) => scheduleMs(all, LANES)),
        floorIs: "the same answers on six lanes that never wait",
        target: { limit: "ratio", most: 1.2 },
        note: `by the server's clock; slowest single answer ${medianOf(lists.map((all) => Math.max(...all.map(tookMs)))).toFixed(0)} ms, so no schedule of ${CONTRACTS} on six lanes comes near it; ${surveys[0]?.mostAtOnce ?? 0} at once at most`,
      },
      {
        name: `reading all partners of ${CONTRACTS} contracts: pressed → kept and drawn`,
        unit: "ms",
        ours: surveys.map((one) => one.tookMs),
        floor: surveys.map((one) => idealMs(one.answers)),
        floorIs: "the list of contracts, then the other answers on six lanes",
        note: `${requestsOf(surveys)}; the floor waits for no list of partners before it asks about them`,
      },
      {
        name: "unlock → contracts of the snapshot on screen",
        unit: "frames",
        ours: shown.map(({ frames }) => frames),
        floor: [],
        floorIs: "",
        target: { limit: "absolute", most: 2, words: "after the vault is open" },
        note: `the API keeps silent; ${shown.map(({ ms }) => ms.toFixed(0)).join(", ")} ms`,
      },
    ],
    growths: [],
  };
}

function isPartnerList(path: string): boolean {
  return /\/contract\/[^/]+\/partners$/.test(path);
}

/** The first call names the contracts; nothing else can be asked before. */
function idealMs([first, ...others]: Parameters<typeof scheduleMs>[0]): number {
  return first === undefined ? Number.NaN : tookMs(first) + scheduleMs(others, LANES);
}

function requestsOf(runs: readonly { answers: readonly unknown[] }[]): string {
  const counts = [...new Set(runs.map(({ answers }) => answers.length))].sort((a, b) => a - b);
  return `${counts.join(" or ")} ${counts.length === 1 && counts[0] === 1 ? "request" : "requests"}`;
}
