import type { Page } from "puppeteer-core";

/** What ran on the page's main thread. */
export interface TaskTimes {
  /** The longest task in which a script of the extension ran. */
  longestMs: number;
  /** All scripts of the extension together. */
  scriptMs: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string } };
}

const TASK = /(?:^|::)RunTask$/;

/** Records the page's main thread while `act` runs. Recording itself costs: not for other figures. */
export async function traceTasks(page: Page, act: () => Promise<unknown>): Promise<TaskTimes> {
  await page.tracing.start({
    categories: ["-*", "toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"],
  });
  await act();
  const bytes = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as {
    traceEvents: TraceEvent[];
  };
  const scripts = traceEvents.filter(
    ({ name, args }) =>
      name === "FunctionCall" && args?.data?.url?.startsWith("chrome-extension://") === true,
  );
  const tasks = traceEvents.filter(({ name, ph }) => ph === "X" && TASK.test(name));
  const around = tasks.filter((task) => scripts.some((script) => contains(task, script)));
  return {
    longestMs: Math.max(0, ...around.map(({ dur = 0 }) => dur / 1_000)),
    scriptMs: scripts.reduce((sum, { dur = 0 }) => sum + dur / 1_000, 0),
  };
}

function contains(task: TraceEvent, script: TraceEvent): boolean {
  return (
    task.pid === script.pid &&
    task.tid === script.tid &&
    task.ts <= script.ts &&
    script.ts < task.ts + (task.dur ?? 0)
  );
}
