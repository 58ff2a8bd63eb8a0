import { UnreadableAnswer } from "./answer";

/** An error's explanation is short; what comes behind it is not read. */
const ERROR_BODY_LIMIT_BYTES = 64 * 1024;

export type Fetch = (request: Request) => Promise<Response>;

/** What a guarded fetch noticed on the way. */
export interface Watch {
  /** Until then nothing can have happened. */
  isSent: boolean;
  /**
   * Bytes after which reading was stopped; `null` while nothing was too large. Told here because
   * Chromium replaces the error of a body's stream by a `TypeError` of its own.
   */
  stoppedAtBytes: number | null;
}

/**
 * A `fetch` whose answers are limited while they arrive, and whose successes are JSON by their
 * content type: nothing else is read at all.
 *
 * @param watch - Written to as things happen.
 */
export function guardedFetch(
  fetch: Fetch,
  { expectsJson, limitBytes }: { expectsJson: boolean; limitBytes: number },
  watch: Watch,
): (request: Request) => Promise<Response> {
  return async (request) => {
    watch.isSent = true;
    const response = await fetch(request);
    if (!response.ok) return limited(response, ERROR_BODY_LIMIT_BYTES, () => {});
    if (expectsJson && !isJson(response.headers.get("content-type") ?? "")) {
      await discard(response);
      throw new UnreadableAnswer("content type");
    }
    return limited(response, limitBytes, () => {
      watch.stoppedAtBytes = limitBytes;
    });
  };
}

function isJson(contentType: string): boolean {
  return /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType.trim());
}

function limited(response: Response, limitBytes: number, onStop: () => void): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  let readBytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      readBytes += chunk.byteLength;
      if (readBytes <= limitBytes) return controller.enqueue(chunk);
      onStop();
      controller.error(new RangeError(`more than ${limitBytes} bytes`));
    },
  });
  return new Response(body.pipeThrough(counter), { status, statusText, headers });
}

async function discard(response: Response): Promise<void> {
  try {
    await response.body?.cancel();
  } catch (error) {
    // The connection broke while we hung up: the answer was refused already, so nothing is lost.
    if (!(error instanceof Error)) throw error;
  }
}
