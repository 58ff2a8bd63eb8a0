import { NoAnswerError, RemoteError, send } from "../../../lib/browser/messaging";
import type { HandsOrder, HandsReport, PageWork } from "../../../lib/tasks/creation/page-work";
import { type AskNote, createAskNote } from "./ask-note";
import { openForm } from "./open-form";
import { pagePlaces } from "./page-places";

export interface Hands {
  work(work: PageWork): void;
  stopWork(taskId: string): void;
  /** Whether a key is being made that somebody asked us for. */
  isWorking(): boolean;
  stop(): void;
}

/** What one job may use. */
export interface Job {
  readonly work: PageWork;
  isOver(): boolean;
  /** From now on this page never sends a form for this task again, whatever it is told. */
  noteSent(): void;
  /** Tells the background; its order, or `stop` when the job is over. Waits for a worker that died. */
  report(report: Report): Promise<HandsOrder>;
  pause(ms: number): Promise<void>;
}
type Report = HandsReport extends infer R
  ? R extends HandsReport
    ? Omit<R, "taskId" | "handsId">
    : never
  : never;

const HEARTBEAT_MS = 2_000;
const RETRY_MS = 300;

/**
 * Carries out in the page what the background decided, one job at a time: fills the form and,
 * when told so, sends it once. Decides nothing that outlives the page.
 */
export function createHands(isAlive: () => boolean): Hands {
  const handsId = crypto.randomUUID();
  const note = createAskNote();
  const sent = new Set<string>();
  let present: { work: PageWork; isOver: boolean } | null = null;
  let isStopped = false;

  function start(given: PageWork): void {
    // An order may be older than what was done meanwhile.
    const work = { ...given, isSubmitted: given.isSubmitted || sent.has(given.taskId) };
    const job = { work, isOver: false };
    present = job;
    const isOver = () => job.isOver || isStopped || !isAlive();
    let lastMs = 0;
    const report = async (what: Report): Promise<HandsOrder> => {
      lastMs = Date.now();
      const order = await told({ ...what, taskId: work.taskId, handsId } as HandsReport, isOver);
      if (order === "stop") job.isOver = true;
      return order;
    };
    const pause = async (ms: number): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (!isOver() && Date.now() - lastMs > HEARTBEAT_MS) await report({ kind: "working" });
    };
    const noteSent = () => void sent.add(work.taskId);
    const hands = { work, isOver, noteSent, report, pause };
    void carryOut(hands, note).finally(() => {
      note.ask(null, null);
      if (present === job) present = null;
    });
  }

  return {
    work: (work) => {
      if (isStopped || present?.work.taskId === work.taskId) return;
      if (present) present.isOver = true;
      start(work);
    },
    stopWork: (taskId) => {
      if (present?.work.taskId === taskId) present.isOver = true;
    },
    isWorking: () => present !== null,
    stop: () => {
      isStopped = true;
      note.ask(null, null);
    },
  };
}

async function carryOut(job: Job, note: AskNote): Promise<void> {
  const places = pagePlaces();
  if (!(await places.arrive(job))) return;
  if (job.work.isSubmitted) return places.reportRows(job);
  const form = await openForm(job, places, note);
  if (!form) return;
  if (!(await form.fill())) return form.putAway();
  const order = await job.report({ kind: "ready", similar: places.similar(job.work) });
  if (order !== "submit") return form.putAway();
  await form.sendOnce();
}

async function told(report: HandsReport, isOver: () => boolean): Promise<HandsOrder> {
  while (!isOver()) {
    try {
      return await send("reportHands", report);
    } catch (error) {
      if (!(error instanceof NoAnswerError || error instanceof RemoteError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
  return "stop";
}
