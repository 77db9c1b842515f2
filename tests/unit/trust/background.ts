/** The whole background, started as the browser does, over fake stores and a browser that notes what it is asked for. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../../entrypoints/background';
import { refreshBadge } from '../../../utils/background/badge';
import { readSession, SESSION_KEY } from '../../../utils/handoff/memory';
import type { Handoff } from '../../../utils/handoff/model';
import type { MessageType } from '../../../utils/messages/protocol';
import type { RawSender } from '../../../utils/messages/senders';
import { envelope, samples } from './messages';

type Listener<Args extends unknown[]> = (...args: Args) => unknown;
class FakeEvent<Args extends unknown[]> {
  readonly #listeners: Listener<Args>[] = [];
  addListener = (listener: Listener<Args>) => void this.#listeners.push(listener);
  removeListener = () => undefined;
  hasListener = () => false;
  trigger = (...args: Args) => Promise.all(this.#listeners.map((listener) => listener(...args)));
}

export interface Injection {
  target: { tabId: number; documentIds?: string[]; frameIds?: number[] };
  args?: unknown[];
  files?: string[];
}

export interface FakeBackground {
  /** What was asked of `scripting`. */
  injections: Injection[];
  idle: FakeEvent<[string]>;
  installed: FakeEvent<[{ reason: string }]>;
  send<T extends MessageType>(type: T, sender: RawSender, data?: unknown): Promise<unknown>;
}

/** Where the background that runs now was told its own id. */
export function startBackground({ documentId = 'D', hasNotifications = false } = {}): FakeBackground {
  const injections: Injection[] = [];
  const idle = new FakeEvent<[string]>();
  const installed = new FakeEvent<[{ reason: string }]>();
  const executeScript = async (injection: Injection) => {
    injections.push(injection);
    return [{ documentId, result: { kind: 'noForm' } }];
  };
  Object.assign(fakeBrowser, {
    scripting: { executeScript },
    idle: { onStateChanged: idle, setDetectionInterval: vi.fn() },
    commands: { onCommand: new FakeEvent() },
    management: { getSelf: async () => ({ installType: 'development' }) },
    permissions: {
      onAdded: new FakeEvent(),
      onRemoved: new FakeEvent(),
      contains: async () => hasNotifications,
    },
    extension: { isAllowedIncognitoAccess: async () => true },
    declarativeNetRequest: { updateSessionRules: async () => undefined },
    action: {
      setBadgeText: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async () => undefined,
    },
  });
  Object.assign(fakeBrowser.runtime, {
    id: 'courier',
    getURL: () => 'chrome-extension://courier/',
    getManifest: () => ({ version: '0.1.0' }),
    onInstalled: installed,
  });
  Object.assign(fakeBrowser.tabs, { get: async () => ({ id: 1, active: true }) });
  background.main();
  return {
    injections,
    idle,
    installed,
    async send(type, sender, data = samples[type]) {
      const [answer] = await fakeBrowser.runtime.onMessage.trigger(
        envelope(type, data),
        sender as never,
        () => {},
      );
      return (answer as { res?: unknown } | undefined)?.res;
    },
  };
}

/** A browser that has nothing of the test before, whose background may still have been about to write. */
export async function freshBrowser(): Promise<void> {
  fakeBrowser.reset();
  await refreshBadge();
  await readSession();
  await fakeBrowser.storage.session.clear();
  await fakeBrowser.storage.local.clear();
}

/** Puts handoffs into session memory behind the background's back. */
export const put = (handoffs: readonly Handoff[], lastSeen: number) =>
  fakeBrowser.storage.session.set({
    [SESSION_KEY]: { handoffs, consentTabs: {}, ticks: {}, lastSeen },
  });

/** Everything in every store, as text. */
export const everything = async () =>
  JSON.stringify({
    session: await fakeBrowser.storage.session.get(null),
    local: await fakeBrowser.storage.local.get(null),
    sync: await fakeBrowser.storage.sync.get(null),
  });
