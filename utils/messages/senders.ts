/**
 * Who sent a message. *Measured*: a sandboxed frame of an allowed page has an allowed `url` and the origin `"null"`;
 * an extension page in a tab has a `sender.tab`. So `id`, `origin` and `url` have to agree.
 */
import type { Runtime } from 'webextension-polyfill';
import { type Cloud, cloudOfLoginHost, cloudOfPortalHost } from '../entra/clouds';
import { identityHostOf, type VendorTenant, vendorTenantOf } from '../vendors/registry';
import type { SenderKind } from './protocol';

/** What browsers report beyond the polyfill's types. */
export type RawSender = Runtime.MessageSender & {
  origin?: string;
  documentId?: string;
  /** Chromium: `active`, `prerender`, `cached` or `pending_deletion`. */
  documentLifecycle?: string;
};

interface PageSender {
  tabId: number;
  windowId: number | undefined;
  frameId: number;
  documentId: string | undefined;
  incognito: boolean;
  url: URL;
}

export type Sender =
  | { kind: 'extensionPage' }
  | ({ kind: 'portalFrame'; cloud: Cloud } & PageSender)
  | ({ kind: 'vendorConsole'; tenant: VendorTenant } & PageSender)
  | ({ kind: 'signinPage' } & PageSender);

export type SenderOf<Kind extends SenderKind> = Extract<Sender, { kind: Kind }>;

export interface Self {
  id: string;
  /** Origin of our own pages: `chrome-extension://<id>` or `moz-extension://<uuid>`. */
  origin: string;
}

/** The context that a message came from, or `undefined` for one that may not speak to the background. */
export function classifySender(sender: RawSender, self: Self): Sender | undefined {
  if (sender.id !== self.id || !sender.url) return undefined;
  const url = parse(sender.url);
  if (!url) return undefined;
  if (sender.origin === self.origin) {
    // `moz-extension:` has no origin by the URL standard: compare protocol and host.
    return `${url.protocol}//${url.host}` === self.origin ? { kind: 'extensionPage' } : undefined;
  }
  return sender.origin === url.origin ? classifyPage(sender, url) : undefined;
}

function classifyPage(sender: RawSender, url: URL): Sender | undefined {
  const tabId = sender.tab?.id;
  if (url.protocol !== 'https:' || tabId === undefined || tabId < 0 || sender.frameId === undefined)
    return undefined;
  if (sender.documentLifecycle !== undefined ? sender.documentLifecycle !== 'active' : !sender.documentId) {
    return undefined;
  }
  const page: PageSender = {
    tabId,
    windowId: sender.tab?.windowId,
    frameId: sender.frameId,
    documentId: sender.documentId,
    incognito: sender.tab?.incognito ?? false,
    url,
  };
  const cloud = cloudOfPortalHost(url.host);
  if (cloud) return { kind: 'portalFrame', cloud, ...page };
  // Consoles and sign-in pages count in the top frame only: a framed one may be dressed up by whoever frames it.
  if (sender.frameId !== 0) return undefined;
  const tenant = vendorTenantOf(url.href);
  if (tenant) return { kind: 'vendorConsole', tenant, ...page };
  if (cloudOfLoginHost(url.host) || identityHostOf(url.host)) return { kind: 'signinPage', ...page };
  return undefined;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
