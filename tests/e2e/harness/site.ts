/** A few pages of one's own under any host name, where the lab's would be more than a test needs. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from '../../lab/certificate';

export interface Site {
  readonly port: number;
  close(): Promise<void>;
}

/** @param pages HTML by address without the scheme: `'acme.kandji.io/'`. Anything else is 404. */
export async function serveSite(pages: Readonly<Record<string, string>>): Promise<Site> {
  const server = createServer(await certificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://any.example');
    const page = pages[`${request.headers.host}${pathname}`];
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page === undefined ? 'No such page' : `<!doctype html><meta charset="utf-8">${page}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
