import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";

import { type Refusal, refusalBody } from "./refusal.ts";
import { securityHeaders } from "./security-headers.ts";

/** A server with the limits of security.md, R-I2: 16 KiB of headers in 10 s, a whole request in 30 s, idle 5 s. */
export function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 2000,
  });
  // Such requests never reach the chain, so they are answered here, in the same form.
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    socket.end(rawAnswer(refusalOf(error.code)));
  });
  return server;
}

const statusTexts: Record<number, string> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

function refusalOf(code: string | undefined): Refusal {
  if (code === "HPE_HEADER_OVERFLOW")
    return {
      status: 431,
      code: "BAD_REQUEST",
      appCode: "HEADERS_TOO_LARGE",
      message: "The headers of this request are too large.",
    };
  if (code === "ERR_HTTP_REQUEST_TIMEOUT")
    return { status: 408, code: "TIMEOUT", appCode: "TIMEOUT", message: "The request did not arrive in time." };
  return { status: 400, code: "BAD_REQUEST", appCode: "BAD_REQUEST", message: "The request cannot be read." };
}

function rawAnswer(refusal: Refusal): string {
  const requestId = randomUUID();
  const body = refusalBody(refusal, requestId);
  const headers = [
    ...securityHeaders(false),
    ["X-Request-Id", requestId],
    ["Cache-Control", "no-store"],
    ["Content-Type", "application/json; charset=utf-8"],
    ["Content-Length", String(Buffer.byteLength(body))],
    ["Connection", "close"],
  ];
  return `HTTP/1.1 ${refusal.status} ${statusTexts[refusal.status]}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}

/** Starts listening and gives the port it got; rejects when the port is taken or the address is not ours. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

const graceMs = 8000;

/** Takes no more requests, lets those under way finish for up to 8 s, then closes what is left. */
export async function closeServer(server: Server, grace = graceMs): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const end = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
