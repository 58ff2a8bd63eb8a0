import type { Capture } from "../../keys/api-key";
import type { FormLimits } from "../../page/form-limits";
import { advance } from "./advance";
import type { FoundKey } from "./created-key";
import { isAskedFor } from "./created-row";
import {
  type Creation,
  type CreationEffect,
  type CreationEvent,
  type CreationTest,
  isSubmitted,
  startCreation,
} from "./creation";
import { checkReport } from "./hands-report";
import type { KeyWish } from "./key-wish";
import type { HandsOrder, PageWork } from "./page-work";

/** What a creation needs of the browser and the vault. */
export interface CreationWorld {
  /** The creation as stored last; it outlives the worker. */
  read(): Promise<Creation | null>;
  /** Resolves when it is stored. */
  write(creation: Creation | null): Promise<void>;
  /** A tab of the console; one is opened only where there is none. */
  findTab(): Promise<number>;
  showTab(tabId: number): Promise<void>;
  work(tabId: number, work: PageWork): Promise<void>;
  stopWork(tabId: number, taskId: string): Promise<void>;
  reload(tabId: number): Promise<void>;
  test(captureId: string): Promise<CreationTest>;
  /** The token may lie in the vault although the event was lost with a worker. */
  findCaptured(creation: Creation): Promise<FoundKey | "none" | "cannot-tell">;
  /** What the console's form takes, for the next wish. */
  keepLimits(limits: FormLimits): Promise<void>;
  /** Something is to wake the worker until this says `false`. */
  keepAwake(isNeeded: boolean): void;
  /** It is over, one way or the other. */
  ended(creation: Creation): Promise<void>;
  nowMs(): number;
}

export interface CreationRunner {
  /** `false` while another one is under way. The same wish twice is one creation. */
  start(wish: KeyWish): Promise<boolean>;
  tell(event: CreationEvent): Promise<void>;
  /** Answers the page; what it sent is checked here. */
  report(sent: unknown): Promise<HandsOrder>;
  /** Whether this token is the key in the making, and is to be saved without a further click. */
  wants(capture: Capture): Promise<boolean>;
  dismiss(): Promise<void>;
}

/** Runs the one creation: every event is taken in turn, stored, and only then acted upon. */
export function createCreationRunner(world: CreationWorld): CreationRunner {
  let turn: Promise<unknown> = Promise.resolve();
  const running = new Set<string>();

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act, act);
    turn = done.catch(() => null);
    return done;
  }

  async function apply(sent: CreationEvent): Promise<Creation | null> {
    const before = await world.read();
    if (!before) return null;
    const event = await witnessed(before, sent);
    const { creation, effects } = advance(before, event, world.nowMs());
    if (creation !== before) {
      await world.write(creation);
      if (creation.phase === "ended") await world.ended(creation);
    }
    world.keepAwake(creation.phase !== "ended");
    for (const effect of effects) void perform(effect);
    return creation;
  }

  /** Before the list's word or the clock decides, the vault is asked: it may know better. */
  async function witnessed(creation: Creation, event: CreationEvent): Promise<CreationEvent> {
    const verdict = event.kind === "report" && event.report.kind === "rows" ? event.report : null;
    const isOpen =
      isSubmitted(creation) && creation.captureId === null && creation.phase !== "ended";
    if (!isOpen || !(verdict || event.kind === "time" || event.kind === "tab-closed")) return event;
    const found = await world.findCaptured(creation);
    if (found === "none") return event;
    if (found !== "cannot-tell") return { kind: "captured", isSaved: true, ...found };
    if (!verdict) return event;
    const { taskId, handsId } = verdict;
    return { kind: "report", report: { taskId, handsId, kind: "not-understood", part: "list" } };
  }

  async function perform(effect: CreationEffect): Promise<void> {
    const name = effect.kind === "test" || effect.kind === "find-tab" ? effect.kind : "";
    if (running.has(name)) return;
    if (name) running.add(name);
    try {
      await carryOut(effect);
    } catch (error) {
      // The tab is gone, or has no content script yet: the next event or alarm asks anew.
      if (!(error instanceof Error)) throw error;
    } finally {
      running.delete(name);
    }
  }

  async function carryOut(effect: CreationEffect): Promise<void> {
    switch (effect.kind) {
      case "find-tab":
        return void (await tell({ kind: "tab", tabId: await world.findTab() }));
      case "show-tab":
        return world.showTab(effect.tabId);
      case "work":
        return world.work(effect.tabId, effect.work);
      case "stop-work":
        return world.stopWork(effect.tabId, effect.taskId);
      case "reload":
        return world.reload(effect.tabId);
      case "keep-limits":
        return world.keepLimits(effect.limits);
      case "test":
        return void (await tell({ kind: "tested", outcome: await world.test(effect.captureId) }));
    }
  }

  const tell = (event: CreationEvent) => inTurn(() => apply(event));

  return {
    start: (wish) =>
      inTurn(async () => {
        const present = await world.read();
        if (present?.id === wish.requestId) return true;
        if (present && present.phase !== "ended") return false;
        const creation = startCreation(wish, world.nowMs());
        await world.write(creation);
        world.keepAwake(true);
        void perform({ kind: "find-tab" });
        return true;
      }),
    tell: async (event) => void (await tell(event)),
    report: async (sent) => {
      const report = checkReport(sent);
      if (!report) return "stop";
      const creation = await tell({ kind: "report", report });
      if (report.kind === "form") void perform({ kind: "keep-limits", limits: report.limits });
      if (!creation || creation.id !== report.taskId || creation.phase === "ended") return "stop";
      if (report.kind !== "ready") return "go-on";
      return creation.phase === "submitting" && creation.submittedBy === report.handsId
        ? "submit"
        : "stop";
    },
    wants: (capture) =>
      inTurn(async () => {
        const creation = await world.read();
        if (!creation || !isSubmitted(creation) || creation.outcome?.kind === "saved") return false;
        if (creation.captureId !== null) return creation.captureId === capture.captureId;
        return isAskedFor(capture, creation, Date.parse(creation.startedAt));
      }),
    dismiss: () =>
      inTurn(async () => {
        const creation = await world.read();
        if (creation?.phase === "ended") await world.write(null);
      }),
  };
}
