import { describe, expect, it } from 'vitest';
import { classifySender, type RawSender } from '../../../utils/messages/senders';

const self = { id: 'abcdef', origin: 'chrome-extension://abcdef' };
const tab = { id: 3, windowId: 1, incognito: false } as NonNullable<RawSender['tab']>;
const page = (url: string, change: Partial<RawSender> = {}): RawSender => ({
  id: self.id,
  url,
  origin: new URL(url).origin,
  frameId: 0,
  documentId: 'D1',
  documentLifecycle: 'active',
  tab,
  ...change,
});
const ourPage = (change: Partial<RawSender> = {}): RawSender => ({
  id: self.id,
  url: 'chrome-extension://abcdef/popup.html',
  origin: self.origin,
  ...change,
});
const portal = 'https://entra.microsoft.com/#view/x';
const kind = (sender: RawSender) => classifySender(sender, self)?.kind;

describe('who may speak to the background', () => {
  it.each([
    ['the popup', ourPage(), 'extensionPage'],
    ['our page in a tab', ourPage({ tab, frameId: 0 }), 'extensionPage'],
    ['the portal', page(portal), 'portalFrame'],
    [
      'a frame of the portal',
      page('https://sandbox-1.reactblade.portal.azure.net/x', { frameId: 5 }),
      'portalFrame',
    ],
    ['a vendor console', page('https://acme.kandji.io/devices'), 'vendorConsole'],
    ['Microsoft’s sign-in', page('https://login.microsoftonline.com/common'), 'signinPage'],
    ['the vendor’s sign-in', page('https://auth.eu.kandji.io/u/login'), 'signinPage'],
    [
      'Firefox, which reports no lifecycle',
      page(portal, { documentLifecycle: undefined as unknown as string }),
      'portalFrame',
    ],
  ])('%s', (_who, sender, expected) => {
    expect(kind(sender)).toBe(expected);
  });

  it.each([
    ['another extension', page(portal, { id: 'other' })],
    ['no id', page(portal, { id: undefined as unknown as string })],
    ['a sandboxed frame: allowed URL, origin "null"', page(portal, { origin: 'null' })],
    ['an about:blank frame of the portal', page(portal, { url: 'about:blank' })],
    ['a page that says it is ours', page(portal, { url: 'chrome-extension://abcdef/popup.html' })],
    ['our origin with a web URL', ourPage({ url: portal })],
    [
      'another extension’s page',
      ourPage({ url: 'chrome-extension://zzz/popup.html', origin: 'chrome-extension://zzz' }),
    ],
    ['http', page('http://entra.microsoft.com/')],
    ['a port', page('https://entra.microsoft.com:8443/')],
    ['a look-alike portal', page('https://entra.microsoft.com.evil.example/')],
    ['a look-alike console', page('https://acme.kandji.io.evil.example/')],
    ['a service host of the vendor', page('https://acme.api.kandji.io/')],
    ['a framed vendor console', page('https://acme.kandji.io/', { frameId: 4 })],
    ['a framed sign-in page', page('https://login.microsoftonline.com/', { frameId: 4 })],
    ['a prerendered page', page(portal, { documentLifecycle: 'prerender' })],
    ['a cached page', page(portal, { documentLifecycle: 'cached' })],
    [
      'neither lifecycle nor document',
      page(portal, {
        documentLifecycle: undefined as unknown as string,
        documentId: undefined as unknown as string,
      }),
    ],
    ['no tab', page(portal, { tab: undefined as unknown as typeof tab })],
    ['no frame', page(portal, { frameId: undefined as unknown as number })],
    ['no URL', page(portal, { url: undefined as unknown as string })],
    ['a URL that is none', page(portal, { url: 'https://' })],
  ])('not %s', (_who, sender) => {
    expect(kind(sender)).toBeUndefined();
  });
});
