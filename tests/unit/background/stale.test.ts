import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageInFront } from '../../../utils/background/stale';

const inject = vi.fn();
const front = (url: string | undefined) =>
  vi
    .spyOn(fakeBrowser.tabs, 'query')
    .mockResolvedValue([{ id: 5, status: 'complete', ...(url !== undefined && { url }) }] as never);

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { scripting: { executeScript: inject } });
});

const alive = () => inject.mockResolvedValue([{ result: true }]);
const nobody = () => inject.mockResolvedValue([{ result: false }]);
const refused = (words: string) => () => inject.mockRejectedValue(new Error(words));
const policy = refused('This page cannot be scripted due to an ExtensionsSettings policy.');
const none = refused('Cannot access contents of the page. Extension manifest must request permission.');
const firefox = refused('Missing host permission for the tab');

const PORTAL = 'https://entra.microsoft.com/';
const CONSOLE = 'https://acme.kandji.io/';

describe('the page in front', () => {
  it.each<[string, string | undefined, () => unknown, string]>([
    ['the portal', PORTAL, alive, 'fine'],
    ['the portal with no script in it', PORTAL, nobody, 'reload'],
    ['a console with no script in it', CONSOLE, nobody, 'reload'],
    ['a console that is refused, its address known (Firefox)', CONSOLE, firefox, 'blocked'],
    ['a vendor’s sign-in page that is refused', 'https://auth.kandji.io/u/login', firefox, 'blocked'],
    ['Microsoft’s, refused', 'https://login.microsoftonline.com/x', firefox, 'blocked'],
    ['a sign-in page, let in', 'https://auth.kandji.io/u/login', nobody, 'fine'],
    ['a page without an address, by policy (Chromium)', undefined, policy, 'blocked'],
    ['a page without an address, for want of permission', undefined, none, 'fine'],
    ['a page of others', 'https://example.com/', policy, 'fine'],
  ])('%s', async (_what, url, answers, expected) => {
    front(url);
    answers();
    expect(await pageInFront()).toBe(expected);
  });

  it('is not waited for while it is busy', async () => {
    front(PORTAL);
    inject.mockReturnValue(new Promise(() => undefined));
    expect(await pageInFront()).toBe('fine');
  });
});
