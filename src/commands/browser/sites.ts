/**
 * The web as a test browser sees it: a loopback proxy that serves the pages a test gives it, on any host name, and
 * records every request that the browser makes. What is not served is refused, so nothing leaves the machine.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoggedRequest {
  method: string;
  /** The whole URL; for `CONNECT` (https, wss) only `host:port` is known. */
  url: string;
}

export interface Served {
  body: string | Uint8Array;
  /** Content type; HTML in UTF-8 unless told otherwise. */
  type?: string;
  headers?: Record<string, string>;
  /** The body is held back until then. */
  until?: Promise<void>;
}

export interface Sites {
  readonly port: number;
  /** All requests since the start, in order of arrival. Proof of silence: compare it with what the test asked for. */
  readonly requests: readonly LoggedRequest[];
  /** Serves `content` at an absolute http URL, on any host. A later call for the same URL replaces it. */
  serve(url: string, content: string | Served): void;
  close(): Promise<void>;
}

export async function startSites(): Promise<Sites> {
  const contents = new Map<string, Served>();
  const requests: LoggedRequest[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // A proxied request carries the whole URL; a direct one (a person's own browser) only the path.
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`).href;
    requests.push({ method: request.method ?? 'GET', url });
    const content = contents.get(url) ?? contents.get(new URL(url).pathname);
    if (!content) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not served by this test');
      return;
    }
    const type = content.type ?? 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...content.headers });
    void Promise.resolve(content.until).then(() => response.end(content.body));
  };

  const server = createServer(answer);
  server.on('connect', (request, socket) => {
    requests.push({ method: 'CONNECT', url: request.url ?? '' });
    // The browser may hang up first.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    requests,
    serve: (url, content) => contents.set(url, typeof content === 'string' ? { body: content } : content),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
