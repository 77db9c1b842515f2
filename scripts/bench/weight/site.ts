/**
 * Pages of a given size under the production host names, drawn without a framework, so that what is measured is the
 * extension and not the page. The storm is the same list of changes with and without it.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from '../../../tests/lab/certificate';

export const CLIENT_ID = '56f19d59-564d-4491-9cb3-76a71ac25fe1';
const APP = 'https://entra.microsoft.com/';
const BLADE = '#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/';

export interface PortalPage {
  /** Elements of the portal around the grid. */
  readonly nodes: number;
  /** Rows of the secrets grid; one value can be read. */
  readonly rows: number;
  readonly frames: number;
  /** Whether the address is that of a page of ours: *Certificates & secrets*, unless it is told which. */
  readonly isOurs: boolean;
  readonly menu?: 'Credentials' | 'Overview';
  /**
   * Rows with what a console puts around their texts: a check box, buttons, glyphs, the space of a template, names as long
   * as a value. The storm changes texts and classes in them, and not beside the list.
   */
  readonly isFurnished?: boolean;
}

export const addressOf = ({
  nodes,
  rows,
  frames,
  isOurs,
  menu = 'Credentials',
  isFurnished = false,
}: PortalPage): string =>
  `${APP}?nodes=${nodes}&rows=${rows}&frames=${frames}&furnished=${isFurnished}${isOurs ? `${BLADE}${menu}/appId/${CLIENT_ID}` : '#home'}`;

export const CONSOLE = 'https://acme.kandji.io/devices';

/** A console that a secret may be held for, with so many rows beside its devices. */
export const heldConsole = (rows: number): string => `https://${HELD_HOST}/devices?rows=${rows}`;
export const HELD_HOST = 'held.kandji.io';

/**
 * Waits in the page for ten looks in a row that find it idle, a twentieth of a second apart; before that for our control
 * where the address is that of a page of ours: then the gate was answered and what it brought has looked.
 * @param address `nothing` where no control of ours will come
 */
export const atRest = (address: string): string =>
  `atRest(() => ${address.includes(BLADE) ? "document.querySelector('sso-courier') !== null" : 'true'})`;

/** Runs in the page. `storm(count)` ends when every change was drawn and the page has come to rest, as does `burst`. */
const SCRIPT = `
  const guid = (n) => '08e93f9a-4c24-4924-86bb-' + String(n).padStart(12, '0');
  const isFurnished = new URLSearchParams(location.search).get('furnished') === 'true';
  /** Behind an Overview lies the list of apps, which hides no value. */
  const isOverview = location.hash.includes('/Overview/');
  const valueOf = (n) => (isOverview ? 'Current' : n === 0 ? 'zzz8Q~' + 'z'.repeat(31) + 'blP' : 'abc******************');
  const furnished = (n) => {
    const copy = '<button type="button" aria-label="Copy to clipboard"><i>\\ue8c8</i></button>';
    const element = document.createElement('div');
    element.setAttribute('role', 'row');
    element.innerHTML = \`
      <div role="gridcell"><input type="checkbox" aria-label="Select row"></div>
      <div role="gridcell">
        <span class="name">kandji-production-\${n}</span>
      </div>
      <div role="gridcell"><span>2028-05-20</span></div>
      <div role="gridcell"><span>\${valueOf(n)}</span>\${copy}</div>
      <div role="gridcell"><span>\${guid(n)}</span>\${copy}</div>\`;
    return element;
  };
  const row = (n) => {
    if (isFurnished) return furnished(n);
    const element = document.createElement('div');
    element.setAttribute('role', 'row');
    const value = valueOf(n);
    for (const text of ['Secret ' + n, '5/20/2028', value, guid(n)]) {
      const cell = document.createElement('div');
      cell.setAttribute('role', 'gridcell');
      const inner = document.createElement('span');
      inner.textContent = text;
      cell.append(inner);
      element.append(cell);
    }
    return element;
  };
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  globalThis.until = async (isSo) => {
    while (!isSo()) await frame();
  };
  globalThis.atRest = async (isThere) => {
    await until(isThere);
    for (let idle = 0; idle < 10; ) {
      const left = await new Promise((resolve) => requestIdleCallback((deadline) => resolve(deadline.timeRemaining())));
      idle = left > 5 ? idle + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const idle = () => atRest(() => true);
  globalThis.storm = async (count) => {
    const grid = document.querySelector('[role=grid]');
    const notes = document.querySelector('#notes');
    const textIn = (any) => (isFurnished ? any.querySelector('.name') : notes).firstChild;
    let next = 100000;
    const extra = [];
    const began = performance.now();
    for (let done = 0; done < count; ) {
      for (let i = 0; i < 100 && done < count; i++, done++) {
        const rows = grid.children;
        const any = rows[1 + (done * 7) % Math.max(1, rows.length - 1)] ?? rows[0];
        switch (done % 5) {
          case 0: extra.push(grid.appendChild(row(next++))); break;
          case 1: extra.shift()?.remove(); break;
          case 2: any?.replaceWith(row(next++)); break;
          case 3: textIn(any).data = 'Working-' + done; break;
          case 4: (isFurnished ? any : notes).className = 'state-' + done % 3; break;
        }
      }
      await frame();
    }
    const took = performance.now() - began;
    await idle();
    return took;
  };
  /** All at once, which no page does: the most that can be told in one go. */
  globalThis.burst = async (count) => {
    const grid = document.querySelector('[role=grid]');
    const notes = document.querySelector('#notes');
    for (let n = 0; n < count; n++) {
      if (n % 2) notes.className = 'state-' + n % 3;
      else grid.lastElementChild.replaceWith(row(200000 + n));
    }
    await frame();
    await idle();
  };
  /** As a framework does that was told to draw its list again. */
  globalThis.allAnew = async () => {
    const grid = document.querySelector('[role=grid]');
    grid.replaceChildren(...Array.from(grid.children, (_, n) => row(n)));
    await frame();
    await idle();
  };
  globalThis.dialogs = async (count) => {
    const began = performance.now();
    for (let n = 0; n < count; n++) {
      const dialog = document.createElement('div');
      dialog.setAttribute('role', 'dialog');
      dialog.innerHTML = '<h2>Edit device</h2><form><label>Name <input name="name"></label><label>Email <input type="email" name="email"></label>' +
        '<label>Password <input type="password" name="password"></label><label>Tag <input name="tag"></label><button type="button">Cancel</button><button>Apply</button></form>';
      document.body.append(dialog);
      await frame(); await frame();
      dialog.remove();
      await frame();
    }
    const took = performance.now() - began;
    await idle();
    return took;
  };
  globalThis.go = async (hash) => {
    history.pushState(null, '', hash);
    await frame(); await frame();
  };
  const query = new URLSearchParams(location.search);
  const rows = Number(query.get('rows'));
  const grid = document.querySelector('[role=grid]');
  for (let n = 0; n < rows; n++) grid?.append(row(n));
  if (isOverview) {
    const clientId = document.createElement('p');
    clientId.textContent = '${CLIENT_ID}';
    document.querySelector('main').append(clientId);
  }
`;

function portal(query: URLSearchParams): string {
  const nodes = Number(query.get('nodes'));
  const frames = Number(query.get('frames'));
  // Half of a portal's elements are wrappers, the other half hold a text or are controls.
  const items = Array.from(
    { length: Math.floor(nodes / 4) },
    (_, n) =>
      `<div class="fxs-${n % 40}"><span>Entry ${n}</span><a href="#${n}" title="Entry ${n}">Open</a><div></div></div>`,
  ).join('');
  const sandboxes = Array.from(
    { length: frames },
    (_, n) =>
      `<iframe sandbox="allow-scripts allow-same-origin" width="300" height="100" src="https://sandbox-${n + 1}.reactblade.portal.azure.net/React/Index?nodes=400"></iframe>`,
  ).join('');
  return `<!doctype html><html lang="en"><title>Kandji - Microsoft Entra admin center</title><body><header>CONTOSO (CONTOSO.ONMICROSOFT.COM)</header>
    <nav>${items}</nav><main><h2>Kandji | Certificates &amp; secrets</h2><p id="notes">Working</p><div role="grid"></div></main>${sandboxes}<script>${SCRIPT}</script></body></html>`;
}

const console = `<!doctype html><html lang="en"><title>Kandji</title><body><nav data-testid="sidebar"><a href="/devices" aria-current="page">Devices</a><a href="/settings">Settings</a></nav>
  <main><h1>Devices</h1><p id="notes">Working</p><table>${Array.from({ length: 500 }, (_, n) => `<tr><td><input type="checkbox"></td><td>Mac ${n}</td><td>macOS 16</td><td><button>Open</button></td></tr>`).join('')}</table><div role="grid"></div></main><script>${SCRIPT}</script></body></html>`;

export interface Site {
  readonly port: number;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const server = createServer(await certificate(), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const { searchParams, pathname } = new URL(request.url ?? '/', `https://${host}`);
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    return response.end(host.endsWith('kandji.io') ? console : portal(searchParams));
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
