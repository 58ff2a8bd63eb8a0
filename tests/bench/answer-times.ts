import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** One request as the server saw it, in ms of this process's clock. */
export interface AnswerTime {
  path: string;
  startedAtMs: number;
  endedAtMs: number;
}

interface Told {
  request: IncomingMessage;
  response: ServerResponse;
}

/** What became of the requests that reached a server of this process. */
export interface AnswerWatch {
  /** Those that were answered since the last call, in the order in which they came. */
  taken(): AnswerTime[];
  stop(): void;
}

/** Node itself says when a request has come and when its answer has gone; so the server stays as it is. */
export function watchAnswers(host: string): AnswerWatch {
  const starts = new Map<ServerResponse, number>();
  let answered: AnswerTime[] = [];
  const begin = (told: unknown) => {
    const { request, response } = told as Told;
    if (request.headers.host === host) starts.set(response, performance.now());
  };
  const end = (told: unknown) => {
    const { request, response } = told as Told;
    const startedAtMs = starts.get(response);
    if (startedAtMs === undefined) return;
    starts.delete(response);
    answered.push({ path: request.url ?? "", startedAtMs, endedAtMs: performance.now() });
  };
  subscribe("http.server.request.start", begin);
  subscribe("http.server.response.finish", end);
  return {
    taken: () => {
      const taken = answered.toSorted((a, b) => a.startedAtMs - b.startedAtMs);
      answered = [];
      return taken;
    },
    stop: () => {
      unsubscribe("http.server.request.start", begin);
      unsubscribe("http.server.response.finish", end);
    },
  };
}

export function tookMs({ startedAtMs, endedAtMs }: AnswerTime): number {
  return endedAtMs - startedAtMs;
}

/**
 * How long the answers take when so many lanes are never empty while there is something to ask: each
 * answer, in the order in which they were asked for, goes to the lane that is free first.
 */
export function scheduleMs(answers: readonly AnswerTime[], lanes: number): number {
  const busyUntilMs: number[] = new Array(lanes).fill(0);
  for (const answer of answers) {
    const first = busyUntilMs.indexOf(Math.min(...busyUntilMs));
    busyUntilMs[first] = (busyUntilMs[first] ?? 0) + tookMs(answer);
  }
  return Math.max(0, ...busyUntilMs);
}

/** An answer counts as gone a moment after the browser has it, and may have asked for the next. */
const LATE_MS = 10;

/** The most requests that waited for their answers at the same time. */
export function mostAtOnce(answers: readonly AnswerTime[]): number {
  return Math.max(
    0,
    ...answers.map(
      ({ startedAtMs }) =>
        answers.filter(
          (one) => one.startedAtMs <= startedAtMs && one.endedAtMs > startedAtMs + LATE_MS,
        ).length,
    ),
  );
}
