/**
 * Everything that a run lets anybody see, written into a folder as it comes, so that the scan of profiles reads it too:
 * stores, consoles, addresses, requests, and the documents of all pages with their closed shadow roots.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Lab } from '../../lab/server';
import { asChromium } from '../harness/chromium/session';
import type { Session, StorageArea } from '../harness/session';
import { documentStrings, type Place } from './document-strings';

const LASTING: readonly StorageArea[] = ['local', 'sync', 'managed'];

/** Where a secret value has to be, each in a folder of its own beside `nowhere`. */
export type Kind = Place | 'vendorsOwnSave' | 'sessionMemory';

export class Evidence {
  readonly folder = mkdtempSync(join(tmpdir(), 'sso-courier-evidence-'));
  readonly #addresses: string[] = [];
  #count = 0;

  constructor(
    private readonly session: Session,
    private readonly lab: Lab,
  ) {
    const { context } = asChromium(session);
    for (const page of context.pages()) this.#follow(page);
    context.on('page', (page) => this.#follow(page));
  }

  #follow(page: Page): void {
    this.#addresses.push(page.url());
    page.on('framenavigated', (frame) => this.#addresses.push(frame.url()));
  }

  #write(kind: Kind, what: string, lines: readonly string[]): void {
    this.#count += 1;
    const file = `${kind} ${String(this.#count).padStart(3, '0')} ${what}.txt`;
    writeFileSync(join(this.folder, file), lines.flatMap((line) => [line, decoded(line)]).join('\n'));
  }

  /** The documents of all pages and of the popup, and what is stored, as they are now. */
  async take(moment: string): Promise<void> {
    const { popup } = this.session;
    if (popup) {
      const shown = await popup.evaluate<string[]>(
        '[document.documentElement.outerHTML, ...[...document.querySelectorAll("input")].map(({ value }) => value)]',
      );
      this.#write('nowhere', `${moment}, popup`, shown);
    }
    for (const page of asChromium(this.session).context.pages()) {
      for (const [place, lines] of Object.entries(await documentStrings(page))) {
        if (lines.length > 0) this.#write(place as Place, `${moment}, page`, lines);
      }
    }
    for (const area of LASTING) {
      this.#write('nowhere', `${moment}, storage.${area}`, [JSON.stringify(await this.session.stored(area))]);
    }
    this.#write('sessionMemory', `${moment}, storage.session`, [
      JSON.stringify(await this.session.stored('session')),
    ]);
  }

  /** What the browser has said and sent since it was started. */
  takeTraffic(vendorHost: string): void {
    const fromBrowser = this.lab.log.filter(({ headers }) => headers['user-agent'] !== 'kandji-back-channel');
    for (const request of fromBrowser) {
      const { method, host, path } = request;
      const isSave = method === 'POST' && host === vendorHost && path === '/api/connections';
      const isToken = method === 'POST' && host === 'login.microsoftonline.com' && path.endsWith('/token');
      const kind = isSave || isToken ? 'vendorsOwnSave' : 'nowhere';
      this.#write(kind, 'request', [JSON.stringify(request), request.body]);
    }
    this.#write('nowhere', 'addresses', this.#addresses);
    const lines = this.session.consoleLines.map((line) => JSON.stringify(line));
    this.#write('nowhere', 'consoles', lines);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Percent signs and escapes would hide a character of the secret. */
function decoded(line: string): string {
  try {
    return decodeURIComponent(line.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
