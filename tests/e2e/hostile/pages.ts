/** Pages made to harm, under production host names, and a secret value that is held while they try. */
import type { Browser } from 'webextension-polyfill';
import type { Session } from '../harness/session';

export const CLIENT_ID = '56f19d59-564d-4491-9cb3-76a71ac25fe1';
/** Of the published shape; it opens nothing. */
export const SECRET = `zzz8Q~${'z'.repeat(31)}blP`;
export const HOST = 'acme.kandji.io';
const DOMAIN = 'contoso.onmicrosoft.com';

/** In the background, where `inBackground` runs. */
declare const chrome: Browser;

/** Puts a secret value into session memory, as a capture does. */
export async function hold(
  running: Session,
  host: string | undefined = HOST,
  heldForMs = 600_000,
): Promise<void> {
  const now = Date.now();
  const session = {
    handoffs: [
      {
        clientId: CLIENT_ID,
        cloudId: 'global',
        vendorId: 'kandji',
        ...(host !== undefined && { vendorHost: host }),
        directoryDomain: DOMAIN,
        domainCheck: { kind: 'exists', domain: DOMAIN, tenantId: CLIENT_ID, at: now },
        secret: {
          secretValue: SECRET,
          hint: 'zzz',
          source: 'portal',
          capturedAt: now,
          deadline: now + heldForMs,
          latestDeadline: now + 3_600_000,
        },
        evidence: {},
        touchedAt: now,
      },
    ],
    consentTabs: {},
    ticks: {},
    lastSeen: now,
  };
  await running.inBackground((stored) => chrome.storage.session.set(stored), { session });
}

/** Holds nothing any more. */
export const letGo = (running: Session): Promise<void> =>
  running.inBackground(() => chrome.storage.session.clear());

const field = (label: string, id: string) => `<p><label for="${id}">${label}</label> <input id="${id}"></p>`;

/** A connection form that counts what is written into its secret field. */
export const form = `
  <form onsubmit="return false"><h2>Azure Active Directory</h2>
    ${field('Name', 'n')}${field('Azure Active (Entra ID) Directory Domain', 'd')}
    ${field('Client ID', 'c')}${field('Client Secret', 's')}<button>Save</button></form>
  <script>window.writes = 0; document.getElementById('s').addEventListener('input', () => { window.writes += 1; });</script>`;

export const FILL = { role: 'button', name: 'Fill from Entra' } as const;
export const secretField = "document.getElementById('s').value";

/** Sends a message as a content script does; `'rejected: …'` where the browser would not. */
export const say = (type: string, data: unknown = undefined): string => `
  chrome.runtime.sendMessage(${JSON.stringify({ id: 1, type, data, timestamp: 1 })})
    .then((answer) => JSON.stringify(answer?.res ?? null), (error) => 'rejected: ' + error.message)`;
