import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportHandlers } from '../../../utils/background/report-handlers';

const page = { kind: 'extensionPage' } as const;
const portal = { kind: 'portalFrame', tabId: 7 } as never;

function setTab(url: string | undefined, ...results: unknown[]) {
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7, url }] as never);
  const executeScript = vi.fn(async (_call: object) => results.map((result) => ({ result })));
  fakeBrowser.scripting.executeScript = executeScript as never;
  return executeScript;
}

beforeEach(() => fakeBrowser.reset());

describe('a page report', () => {
  it.each([
    ['the portal', 'https://entra.microsoft.com/#view/x', 'started'],
    ['the portal of another cloud', 'https://portal.azure.cn/', 'started'],
    ['a vendor console', 'https://acme.kandji.io/devices', 'started'],
    ['a page of others', 'https://example.com/', 'notHere'],
    ['a look-alike', 'https://acme.kandji.io.evil.example/', 'notHere'],
    ['a page that cannot be seen', undefined, 'notHere'],
  ])('on %s', async (_where, url, kind) => {
    const injected = setTab(url, true, undefined);
    expect(await reportHandlers.startPageReport(undefined, page)).toEqual({ kind });
    expect(injected).toHaveBeenCalledTimes(kind === 'started' ? 1 : 0);
  });

  it('says so where the page may not be scripted', async () => {
    const injected = setTab('https://entra.microsoft.com/');
    expect(await reportHandlers.startPageReport(undefined, page)).toEqual({ kind: 'notHere' });
    injected.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
    expect(await reportHandlers.startPageReport(undefined, page)).toEqual({ kind: 'notHere' });
  });

  it('is kept until it is discarded, in session memory only; the other frames stop', async () => {
    const injected = setTab('https://entra.microsoft.com/', true);
    expect(await reportHandlers.readPageReport(undefined, page)).toEqual({ kind: 'none' });
    await reportHandlers.pageReported({ text: '{}' }, portal);
    expect(injected).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 7, allFrames: true } }));
    expect(await reportHandlers.readPageReport(undefined, page)).toEqual({ kind: 'report', text: '{}' });
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    await reportHandlers.discardPageReport(undefined, page);
    expect(await reportHandlers.readPageReport(undefined, page)).toEqual({ kind: 'none' });
  });
});
