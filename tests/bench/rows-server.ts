import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSignedCertificate } from "../icmc/certificate.ts";

/** Where the content script runs, and where the same page stands without it. */
export const CONSOLE_PAGE = "https://partner.impossiblecloud.com/api_keys";
export const FLOOR_PAGE = "https://floor.impossiblecloud.com/api_keys";

export interface RowsServer {
  port: number;
  close(): Promise<void>;
}

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>API Keys</title></head>
  <body><main><h1>API Keys</h1><div id="list"></div></main></body>
</html>`;

/** One plain page under every host name; the rows are put into it by the measurement. */
export async function startRowsServer(): Promise<RowsServer> {
  const hosts = [CONSOLE_PAGE, FLOOR_PAGE].map((address) => new URL(address).hostname);
  const server = createServer(selfSignedCertificate(hosts, Date.now()), (_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
