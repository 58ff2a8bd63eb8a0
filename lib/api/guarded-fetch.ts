import { UnreadableAnswer } from "./answer";

/** An error's explanation is short; what comes behind it is not read. */
const ERROR_BODY_LIMIT_BYTES = 64 * 1024;

/** Stopped reading at `limitBytes`. The client adds the operation. */
export class OversizedAnswer extends Error {
  override name = "OversizedAnswer";
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`more than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}

export type Fetch = (request: Request) => Promise<Response>;

/**
 * A `fetch` whose answers are limited while they arrive, and whose successes are JSON by their
 * content type: nothing else is read at all.
 *
 * @param onSend - Told right before a request leaves; until then nothing can have happened.
 */
export function guardedFetch(
  fetch: Fetch,
  { expectsJson, limitBytes }: { expectsJson: boolean; limitBytes: number },
  onSend: () => void,
): (request: Request) => Promise<Response> {
  return async (request) => {
    onSend();
    const response = await fetch(request);
    if (response.ok && expectsJson && !isJson(response.headers.get("content-type") ?? "")) {
      await discard(response);
      throw new UnreadableAnswer("content type");
    }
    return limited(response, response.ok ? limitBytes : ERROR_BODY_LIMIT_BYTES);
  };
}

export function isJson(contentType: string): boolean {
  return /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(contentType.trim());
}

function limited(response: Response, limitBytes: number): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  let readBytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      readBytes += chunk.byteLength;
      if (readBytes > limitBytes) controller.error(new OversizedAnswer(limitBytes));
      else controller.enqueue(chunk);
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
