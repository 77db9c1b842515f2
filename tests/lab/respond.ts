/** Small words for answering and reading requests, shared by the lab's sites. */
import type { LabRequest } from './serve';

type Headers = Record<string, string | string[]>;

export function send(
  exchange: LabRequest,
  status: number,
  type: string,
  body: string,
  headers: Headers = {},
): true {
  exchange.response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    ...headers,
  });
  exchange.response.end(body);
  return true;
}

export function sendHtml(exchange: LabRequest, html: string, status = 200, headers: Headers = {}): true {
  return send(exchange, status, 'text/html', html, headers);
}

export function sendJson(exchange: LabRequest, value: unknown, status = 200, headers: Headers = {}): true {
  return send(exchange, status, 'application/json', JSON.stringify(value), headers);
}

export function redirect(exchange: LabRequest, location: string, headers: Headers = {}): true {
  exchange.response.writeHead(302, { Location: location, 'Cache-Control': 'no-store', ...headers });
  exchange.response.end();
  return true;
}

/** A cookie of the request, if it is there. */
export function cookieOf(exchange: LabRequest, name: string): string | undefined {
  for (const pair of (exchange.request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}

/** A `Set-Cookie` value that lasts as long as the browser session. */
export function sessionCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=None`;
}

/** The posted form; empty for anything else. */
export function formOf(exchange: LabRequest): URLSearchParams {
  const type = exchange.request.headers['content-type'] ?? '';
  return new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? exchange.body : '');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** JSON that is safe inside a `<script>` element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
