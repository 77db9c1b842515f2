/** A browser without a screen: cookies, redirects and forms over HTTP, for tests of the lab itself. */
import type { Lab } from './server';

export interface Visit {
  /** Where the browser ended up. */
  url: URL;
  status: number;
  html: string;
  /** Every address on the way, the last one included. */
  trail: string[];
}

const MAX_REDIRECTS = 12;

export class LabClient {
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(readonly lab: Lab) {}

  open(url: string): Promise<Visit> {
    return this.#request(url, 'GET');
  }

  /** Posts a form of the page: its hidden fields, plus `values`. `which` is part of the form's own HTML. */
  submit(visit: Visit, values: Record<string, string>, which = '<form'): Promise<Visit> {
    const form = visit.html.match(/<form[\s\S]*?<\/form>/g)?.find((candidate) => candidate.includes(which));
    if (!form) throw new Error(`No form with ${which} at ${visit.url.href}`);
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      fields.set(attribute(input, 'name'), attribute(input, 'value'));
    }
    for (const [name, value] of Object.entries(values)) fields.set(name, value);
    const action = attribute(form.slice(0, form.indexOf('>')), 'action');
    const target = action === '' ? visit.url.href : new URL(action, visit.url).href;
    return this.#request(target, 'POST', fields.toString());
  }

  /** A call of the console's API, with the browser's cookies. */
  async call(method: string, url: string, body?: unknown): Promise<unknown> {
    const answer = await this.lab.fetch(url, {
      method,
      headers: { cookie: this.#cookieHeader(new URL(url).host), 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async #request(start: string, firstMethod: string, firstBody?: string): Promise<Visit> {
    const trail: string[] = [];
    let url = new URL(start);
    let method = firstMethod;
    let body = firstBody;
    for (;;) {
      trail.push(url.href);
      if (trail.length > MAX_REDIRECTS) throw new Error(`Too many redirects:\n${trail.join('\n')}`);
      const answer = await this.lab.fetch(url.href, {
        method,
        headers: {
          cookie: this.#cookieHeader(url.host),
          ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        body,
      });
      this.#remember(url.host, answer.headers.getSetCookie());
      const location = answer.headers.get('location');
      if (!location) return { url, status: answer.status, html: await answer.text(), trail };
      url = new URL(location, url);
      method = 'GET';
      body = undefined;
    }
  }

  #cookieHeader(host: string): string {
    return [...(this.#cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #remember(host: string, cookies: readonly string[]): void {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    for (const cookie of cookies) {
      const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split('=', 2);
      jar.set(name, value);
    }
    this.#cookies.set(host, jar);
  }
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
