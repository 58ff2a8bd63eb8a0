import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** A proxy that leads one family of hosts to a port on loopback, and every other host nowhere. */
export interface ConnectProxy {
  port: number;
  /** Hosts that were asked for and led nowhere, oldest first. */
  refused(): readonly string[];
  close(): Promise<void>;
}

/** @param toPort - `null` leads nowhere for every host. */
export async function startConnectProxy(
  domain: string,
  toPort: number | null,
): Promise<ConnectProxy> {
  const refused: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on("connect", ({ url = "" }: IncomingMessage, from: Socket, head: Buffer) => {
    const host = url.replace(/:\d+$/, "");
    open.add(from);
    from.on("close", () => open.delete(from)).on("error", () => from.destroy());
    if (toPort === null || (host !== domain && !host.endsWith(`.${domain}`))) {
      refused.push(host);
      from.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      return;
    }
    const to = connect(toPort, "127.0.0.1", () => {
      from.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      to.write(head);
      to.pipe(from).pipe(to);
    });
    to.on("error", () => from.destroy());
    from.on("close", () => to.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused: () => refused,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
