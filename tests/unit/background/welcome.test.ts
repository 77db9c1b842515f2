/** When the page after installation opens, and when it comes back. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { comeBackAfterReload, watchInstall } from '../../../utils/background/welcome';
import { MINUTE, NOW } from '../handoff/samples';

/** Addresses that were opened. */
let opened: (string | undefined)[];
/** Everything that was begun has ended. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function start(installType = 'normal', reason?: 'install' | 'update') {
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation(async ({ url }) => {
    opened.push(url);
    return {} as never;
  });
  vi.spyOn(fakeBrowser.management, 'getSelf').mockResolvedValue({ installType } as never);
  watchInstall();
  if (reason) await fakeBrowser.runtime.onInstalled.trigger({ reason, temporary: false } as never);
  await settle();
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  opened = [];
});

const page = expect.stringMatching(/\/welcome\.html$/);

describe('the page after installation', () => {
  it.each([
    ['from a store', 'normal', 'install', [page]],
    ['from a folder', 'development', 'install', [page]],
    ['by the company’s policy', 'admin', 'install', []],
    ['an update', 'normal', 'update', []],
  ] as const)('%s: opens %s %s as expected', async (_how, installType, reason, pages) => {
    await start(installType, reason);
    expect(opened).toEqual(pages);
  });

  it('comes back once when the extension was reloaded under it', async () => {
    await start();
    await comeBackAfterReload();
    await fakeBrowser.storage.session.clear();
    await start();
    expect(opened).toEqual([page]);
    await fakeBrowser.storage.session.clear();
    await start();
    expect(opened).toHaveLength(1);
  });

  it('does not come back when the background only wakes up', async () => {
    await start();
    await comeBackAfterReload();
    await start();
    expect(opened).toEqual([]);
  });

  it('does not come back later than ten minutes after', async () => {
    await start();
    await comeBackAfterReload();
    await fakeBrowser.storage.session.clear();
    vi.setSystemTime(NOW + 11 * MINUTE);
    await start();
    expect(opened).toEqual([]);
  });
});
