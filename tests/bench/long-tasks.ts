import type { Page } from "puppeteer-core";

/** What ran on the page's main thread while it was recorded. */
export interface TaskTimes {
  /** The longest task that drew no frame. */
  longestMs: number;
  /** All tasks that drew no frame, together. */
  scriptMs: number;
  /** All tasks that drew frames, together: style, layout and paint. */
  renderMs: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
}

const TASK = /(?:^|::)RunTask$/;
/** Only a frame under way has it; layout alone may also be forced by a script. */
const FRAME = "PrePaint";

/**
 * Records the page's main thread while `act` runs. A script that continues after an `await` leaves
 * no name in the recording, so tasks are told apart by whether they draw: the page has no other
 * scripts than those that are measured. Recording itself costs: not for other figures.
 */
export async function traceTasks(page: Page, act: () => Promise<unknown>): Promise<TaskTimes> {
  await page.tracing.start({
    categories: ["-*", "toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"],
  });
  await act();
  const bytes = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as {
    traceEvents: TraceEvent[];
  };
  const frames = traceEvents.filter(({ name }) => name === FRAME);
  const main = busiest(frames);
  const tasks = traceEvents.filter(
    (event) => event.ph === "X" && TASK.test(event.name) && isOn(main, event),
  );
  const outermost = outermostOf(tasks);
  const drawing = new Set(outermost.filter((task) => frames.some((one) => contains(task, one))));
  const ms = (which: TraceEvent[]) => which.map(({ dur = 0 }) => dur / 1_000);
  const scripts = ms(outermost.filter((task) => !drawing.has(task)));
  return {
    longestMs: Math.max(0, ...scripts),
    scriptMs: sumOf(scripts),
    renderMs: sumOf(ms([...drawing])),
  };
}

/** The thread that spent the most on drawing is the measured page's. */
function busiest(frames: readonly TraceEvent[]): TraceEvent | undefined {
  const spent = (of: TraceEvent) =>
    sumOf(frames.filter((one) => isOn(of, one)).map(({ dur = 0 }) => dur));
  return frames.toSorted((a, b) => spent(b) - spent(a))[0];
}

/** Tasks of one thread may be recorded twice, one inside the other; none overlap otherwise. */
function outermostOf(tasks: readonly TraceEvent[]): TraceEvent[] {
  const sorted = tasks.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let endsAt = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ ts, dur = 0 }) => {
    if (ts < endsAt) return false;
    endsAt = ts + dur;
    return true;
  });
}

function isOn(thread: TraceEvent | undefined, event: TraceEvent): boolean {
  return event.pid === thread?.pid && event.tid === thread.tid;
}

function contains(task: TraceEvent, event: TraceEvent): boolean {
  return (
    isOn(task, event) &&
    task.ts <= event.ts &&
    event.ts + (event.dur ?? 0) <= task.ts + (task.dur ?? 0) &&
    (event.dur ?? 0) < (task.dur ?? 0)
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
