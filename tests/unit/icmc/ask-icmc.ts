import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import type { Icmc } from "../../icmc/server.ts";

export interface Reply {
  status: number;
  /** Parsed where it is JSON, else as it came. */
  body: unknown;
  headers: IncomingHttpHeaders;
}

export interface Question {
  host?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Asks the local ICMC the way a program would. */
export function askIcmc(
  icmc: Icmc,
  operation: string,
  { host = "api.partner.impossiblecloud.com", token, headers = {}, body }: Question = {},
): Promise<Reply> {
  const [method, path] = operation.split(" ");
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: "127.0.0.1",
        port: icmc.port,
        servername: host,
        // Self-signed, and made anew at each start.
        rejectUnauthorized: false,
        ...(method === undefined ? {} : { method }),
        ...(path === undefined ? {} : { path }),
        headers: { host, ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      },
      (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("error", reject);
        response.on("end", () => {
          resolve({
            status: response.statusCode ?? 0,
            body: parsedOr(text),
            headers: response.headers,
          });
        });
      },
    );
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
