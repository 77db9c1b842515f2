/** `fetch` for production URLs that ends at the lab: for the vendor's back channel and for tests without a browser. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface LoopbackRequest {
  method?: string | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
}

/**
 * Sends one request, follows nothing, and gives the answer as a `Response`.
 * @param port of the lab on 127.0.0.1
 * @param url with the production host name
 */
export function loopbackFetch(
  port: number,
  url: string,
  { method = 'GET', headers = {}, body }: LoopbackRequest = {},
) {
  const { host, pathname, search } = new URL(url);
  return new Promise<Response>((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        servername: host,
        path: pathname + search,
        method,
        headers: { ...headers, host },
        // The certificate is the lab's own; nothing here ever leaves the machine.
        rejectUnauthorized: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const status = incoming.statusCode ?? 500;
          const empty = status === 204 || status === 304;
          resolve(
            new Response(empty ? null : Buffer.concat(chunks), {
              status,
              headers: headersOf(incoming.headers),
            }),
          );
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function headersOf(incoming: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each);
  }
  return headers;
}
