/** The background as it starts with reminders on record: how often their text is read, and when it is read anew. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { refreshBadge } from '../../../utils/background/badge';
import { checkReminders } from '../../../utils/background/reminders';
import { noteConnection, RECORDS_KEY, readRecords } from '../../../utils/handoff/connection-records';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import { recordsText } from '../../../utils/handoff/stored-record';
import { handoff, NOW } from '../handoff/samples';
import { freshBrowser, startBackground } from '../trust/background';
import { senders } from '../trust/messages';
import { record } from './records';

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  await freshBrowser();
});

const hostsOf = ({ records }: { records: readonly ConnectionRecord[] }) =>
  records.map(({ vendorHost }) => vendorHost);
const store = (...hosts: string[]) =>
  fakeBrowser.storage.local.set({
    [RECORDS_KEY]: recordsText({
      records: hosts.map((vendorHost) => record({ vendorHost, expiresOn: '2099-01-01' })),
      setAside: [],
    }),
  });
/** How often the records were asked of the store from now on. */
function countReads(): () => number {
  const get = vi.spyOn(fakeBrowser.storage.local, 'get');
  return () => get.mock.calls.filter(([key]) => key === RECORDS_KEY).length;
}

it('reads them once: for the badge, the check of a start and of an update, and the popup', async () => {
  await store('a.kandji.io', 'b.kandji.io');
  const reads = countReads();
  const background = startBackground({ hasNotifications: true });
  await Promise.all([
    background.installed.trigger({ reason: 'update' }),
    fakeBrowser.runtime.onStartup.trigger(),
  ]);
  await checkReminders();
  await refreshBadge();
  expect(await background.send('listConnections', senders.extensionPage)).toMatchObject({
    connections: [{}, {}],
  });
  expect(reads()).toBe(1);
});

it('reads them anew once another has changed them', async () => {
  await store('a.kandji.io');
  startBackground();
  expect(hostsOf(await readRecords())).toEqual(['a.kandji.io']);
  await store('b.kandji.io');
  expect(hostsOf(await readRecords())).toEqual(['b.kandji.io']);
});

it('reads them anew after a change of its own, before the browser has told of it', async () => {
  await store('a.kandji.io');
  const { onChanged } = fakeBrowser.storage;
  vi.spyOn(onChanged, 'addListener').mockReturnValue();
  vi.spyOn(onChanged, 'hasListener').mockReturnValue(true);
  startBackground();
  expect(hostsOf(await readRecords())).toEqual(['a.kandji.io']);
  await noteConnection(handoff(), 'b.kandji.io');
  expect(hostsOf(await readRecords())).toEqual(['b.kandji.io', 'a.kandji.io']);
});

it('reads them again where the store refused once', async () => {
  await store('a.kandji.io');
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('busy'));
  startBackground();
  await expect(readRecords()).rejects.toThrow('busy');
  get.mockRestore();
  expect(hostsOf(await readRecords())).toEqual(['a.kandji.io']);
});
