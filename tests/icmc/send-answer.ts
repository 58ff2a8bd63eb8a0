import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import type { Fault } from "./faults.ts";

const GATEWAY_PAGE = `<!doctype html><html><head><title>Bad Gateway</title></head>
<body><h1>Bad Gateway</h1><p>The server is temporarily unable to service your request.</p></body></html>`;

/** Sends what the operation answers, or what the fault makes of it. */
export async function sendAnswer(
  response: ServerResponse,
  fault: Fault | null,
  answer: () => Promise<Answer>,
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return send(response, await answer());
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      return send(response, await answer());
    case "status":
      return send(response, {
        status: fault.status,
        body: { message: fault.message ?? "this request was refused" },
        headers: fault.headers ?? {},
      });
    case "html":
      return sendText(response, fault.status ?? 502, "text/html; charset=utf-8", GATEWAY_PAGE);
    case "truncated": {
      const whole = JSON.stringify((await answer()).body ?? {});
      const half = whole.slice(0, Math.max(1, Math.floor(whole.length / 2)));
      return sendText(response, 200, "application/json", half);
    }
    case "empty":
      await answer();
      return sendText(response, 200, "application/json", "");
    case "instead":
      await answer();
      return send(response, { status: fault.status ?? 200, body: fault.body });
    case "lost":
      await answer();
      response.socket?.destroy();
      return;
    case "reset":
      response.socket?.destroy();
      return;
    case "redirect":
      response.writeHead(302, { location: fault.to }).end();
      return;
    case "silent":
      return;
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
    .end(JSON.stringify(body));
}

export function sendText(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
): void {
  response.writeHead(status, { "content-type": contentType }).end(text);
}
