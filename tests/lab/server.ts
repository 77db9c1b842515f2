/** Starts a lab: one TLS server on loopback that answers for every production host the product touches. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from './certificate';
import { iruHandler } from './iru/handler';
import { kandjiHandler } from './kandji/handler';
import { consoleHostOf } from './kandji/sites';
import { type LoopbackRequest, loopbackFetch } from './loopback';
import { microsoftHandler } from './microsoft/handler';
import { portalHandler } from './portal/handler';
import { reportHandler } from './reports/handler';
import { send } from './respond';
import type { LabHandler, LabRequest } from './serve';
import { newWorld, type World } from './world';

export interface Lab {
  port: number;
  /** The state behind every page. Change it to bring a fault about; the next request sees the change. */
  world: World;
  /** Same array as `world.log`: every request so far. */
  log: World['log'];
  /** Chromium arguments that make production addresses end here. */
  chromiumArgs: string[];
  /** Firefox preferences that do the same; accept insecure certificates as well. */
  firefoxPrefs: Record<string, string | number>;
  /** Address of a vendor tenant's console. */
  consoleUrl(subdomain: string, region: 'us' | 'eu', path?: string): string;
  /** One request with a production URL, redirects not followed. */
  fetch(url: string, request?: LoopbackRequest): Promise<Response>;
  close(): Promise<void>;
}

export interface LabOptions {
  world?: World;
  /** 0 or absent: any free port. */
  port?: number;
}

export async function startLab({ world = newWorld(), port = 0 }: LabOptions = {}): Promise<Lab> {
  const server = createServer(await certificate());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: boundPort } = server.address() as AddressInfo;
  const fetchHere = (url: string, request?: LoopbackRequest) => loopbackFetch(boundPort, url, request);
  const handlers: LabHandler[] = [
    microsoftHandler(world),
    // Before Kandji's: it answers for the consoles that have moved.
    iruHandler(world, fetchHere),
    kandjiHandler(world, fetchHere),
    (exchange) => isPortalHost(exchange.url.hostname) && reportHandler(exchange),
    (exchange) => isPortalHost(exchange.url.hostname) && portalHandler(exchange),
  ];
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(world, handlers, request, response).catch((error: unknown) => {
      console.error(`lab: ${request.method} ${request.headers.host}${request.url}`, error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`The lab failed: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  return {
    port: boundPort,
    world,
    log: world.log,
    chromiumArgs: [`--host-resolver-rules=MAP * 127.0.0.1:${boundPort}`, '--ignore-certificate-errors'],
    firefoxPrefs: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${boundPort}`,
    },
    consoleUrl: (subdomain, region, path = '/') => `https://${consoleHostOf({ subdomain, region })}${path}`,
    fetch: fetchHere,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Shells of the portal in every cloud, and the frames that draw its React blades (facts/entra.md §1). */
function isPortalHost(host: string): boolean {
  return /^(?:.+\.)?(?:entra\.microsoft(?:\.com|\.us|online\.cn)|portal\.azure\.(?:com|us|cn)|portal\.azure\.net)$/.test(
    host,
  );
}

async function answer(
  world: World,
  handlers: readonly LabHandler[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(request.url ?? '/', `https://${host || 'localhost'}`);
  const body = await readBody(request);
  world.log.push({
    host,
    method: request.method ?? 'GET',
    path: url.pathname + url.search,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body,
  });
  const exchange: LabRequest = { world, url, request, response, body };
  for (const handler of handlers) if (await handler(exchange)) return;
  if (url.pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  send(exchange, 404, 'text/plain', `The lab has no page at ${url.href}\n`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
