/** Which page gets the part that works on it, and into which document it is put. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { partHandlers } from '../../../utils/background/part-handlers';
import { clouds } from '../../../utils/entra/clouds';
import { portalLinks } from '../../../utils/entra/routes';
import type { Session } from '../../../utils/handoff/memory';
import { updateSession } from '../../../utils/handoff/memory';
import type { SenderOf } from '../../../utils/messages/senders';
import { vendorTenantOf } from '../../../utils/vendors/registry';
import { clientId, handoff, otherClientId } from '../handoff/samples';

type Page = SenderOf<'portalFrame' | 'vendorConsole' | 'signinPage'>;

let executeScript: ReturnType<typeof vi.fn>;
const page = { tabId: 7, windowId: 1, frameId: 0, documentId: 'D', incognito: false };
const portal = (frameId: number): Page => ({
  ...page,
  kind: 'portalFrame',
  cloud: clouds.global,
  frameId,
  url: new URL('https://entra.microsoft.com/'),
});
const console = (): Page => ({
  ...page,
  kind: 'vendorConsole',
  tenant: vendorTenantOf('https://acme.kandji.io/') as NonNullable<ReturnType<typeof vendorTenantOf>>,
  url: new URL('https://acme.kandji.io/devices'),
});
const signin = (address: string, change: Partial<Page> = {}): Page =>
  ({ ...page, kind: 'signinPage', url: new URL(address), ...change }) as Page;
const authorize = (id: string) =>
  `https://login.microsoftonline.com/contoso/oauth2/v2.0/authorize?client_id=${id}`;

const keep = (change: Partial<Session>) =>
  updateSession((session) => ({ session: { ...session, ...change }, answer: undefined }));
const showing = (url: string) => vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 7, url } as never);
const files = () => executeScript.mock.calls.map(([call]) => call.files[0]);

beforeEach(() => {
  fakeBrowser.reset();
  executeScript = vi.fn(async () => []);
  fakeBrowser.scripting.executeScript = executeScript as never;
});

describe('the part of a page', () => {
  it('is put into the document that asks, and into no other', async () => {
    await partHandlers.bringPart({ because: 'opened' }, portal(0));
    expect(executeScript).toHaveBeenCalledWith({
      target: { tabId: 7, documentIds: ['D'] },
      files: ['/portal-page.js'],
      injectImmediately: true,
    });
  });

  it.each([
    ['a page of ours', portalLinks.secrets(clouds.global, clientId), 1],
    ['another page', 'https://entra.microsoft.com/#home', 0],
    ['a look-alike', 'https://entra.microsoft.com.evil.example/#home', 0],
  ])('goes to a frame while the portal shows %s', async (_what, url, count) => {
    showing(url);
    await partHandlers.bringPart({ because: 'opened' }, portal(4));
    expect(executeScript).toHaveBeenCalledTimes(count);
  });

  it('goes to a console that shows something of ours, or has something under way', async () => {
    await partHandlers.bringPart({ because: 'opened' }, console());
    expect(files()).toEqual([]);
    await partHandlers.bringPart({ because: 'seen' }, console());
    expect(files()).toEqual(['/vendor-page.js']);
    await keep({ handoffs: [handoff({ vendorHost: 'other.kandji.io' })] });
    await partHandlers.bringPart({ because: 'opened' }, console());
    expect(files()).toHaveLength(1);
    await keep({ handoffs: [handoff({ vendorHost: 'acme.kandji.io' })] });
    await partHandlers.bringPart({ because: 'opened' }, console());
    expect(files()).toHaveLength(2);
  });

  it('goes to no sign-in to Microsoft but those for an app of ours', async () => {
    await keep({ handoffs: [handoff({ clientId })] });
    await partHandlers.bringPart({ because: 'opened' }, signin(authorize(otherClientId)));
    await partHandlers.bringPart(
      { because: 'opened' },
      signin('https://login.microsoftonline.com/common/login'),
    );
    expect(files()).toEqual([]);
    await partHandlers.bringPart({ because: 'opened' }, signin(authorize(clientId)));
    expect(files()).toEqual(['/signin-page.js']);
  });

  it('goes to every page of a consent under way, and of the vendor’s own sign-in', async () => {
    await keep({ consentTabs: { 7: { clientId, microsoftSeen: false } } });
    await partHandlers.bringPart(
      { because: 'opened' },
      signin('https://login.microsoftonline.com/common/login'),
    );
    await partHandlers.bringPart({ because: 'opened' }, signin('https://auth.kandji.io/login', { tabId: 8 }));
    expect(files()).toEqual(['/signin-page.js', '/signin-page.js']);
  });

  it('says nothing where the page may not be scripted', async () => {
    executeScript.mockRejectedValue(
      new Error('This page cannot be scripted due to an ExtensionsSettings policy.'),
    );
    expect(await partHandlers.bringPart({ because: 'opened' }, portal(0))).toEqual({ kind: 'done' });
  });
});
