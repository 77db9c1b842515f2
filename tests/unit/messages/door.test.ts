import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, openDoor } from '../../../utils/messages/door';
import { type MessageType, protocol } from '../../../utils/messages/protocol';
import type { RawSender } from '../../../utils/messages/senders';

const self = { id: 'courier', origin: 'chrome-extension://courier' };
const portal = (change: Partial<RawSender> = {}): RawSender => ({
  id: self.id,
  url: 'https://entra.microsoft.com/',
  origin: 'https://entra.microsoft.com',
  frameId: 0,
  documentId: 'D',
  documentLifecycle: 'active',
  tab: { id: 1 } as NonNullable<RawSender['tab']>,
  ...change,
});
const popup: RawSender = { id: self.id, url: `${self.origin}/popup.html`, origin: self.origin };
const facts = { clientId: '56f19d59-564d-4491-9cb3-76a71ac25fe1' };
const message = (type: string, data?: unknown) => ({ id: 1, type, data, timestamp: 1 });

function setUp(handlers: Partial<Handlers> = {}) {
  const called = vi.fn();
  const all = Object.fromEntries(
    Object.keys(protocol).map((type) => [
      type,
      (data: unknown) => {
        called(type, data);
        return { kind: 'done' };
      },
    ]),
  ) as unknown as Handlers;
  const door = openDoor({ ...all, ...handlers }, self);
  const send = async (sent: unknown, sender: RawSender) => {
    const [answer] = await fakeBrowser.runtime.onMessage.trigger(sent, sender as never, () => {});
    return (answer as unknown as { res: { kind: string } } | undefined)?.res.kind;
  };
  return { door, called, send };
}

beforeEach(() => fakeBrowser.reset());

describe('the door', () => {
  it('lets a message in whose sender and shape fit', async () => {
    const { send, called, door } = setUp();
    expect(await send(message('captureClientId', facts), portal())).toBe('done');
    expect(called).toHaveBeenCalledWith('captureClientId', facts);
    expect(Object.values(door.dropped).every((count) => count === 0)).toBe(true);
  });

  it.each([
    ['null', null, portal(), 'notAMessage'],
    ['undefined', undefined, portal(), 'notAMessage'],
    ['a number', 7, portal(), 'notAMessage'],
    ['an array', [], portal(), 'notAMessage'],
    ['a name that is an object', message({ toString: () => 'clear' } as never), portal(), 'notAMessage'],
    ['an unknown name', message('wipe'), popup, 'unknownType'],
    ['a name of every object', message('constructor'), popup, 'unknownType'],
    ['a prototype', message('__proto__'), popup, 'unknownType'],
    ['a stranger', message('captureClientId', facts), portal({ origin: 'null' }), 'unknownSender'],
    ['the portal asking for the state', message('getState'), portal(), 'wrongSender'],
    ['the popup capturing', message('captureClientId', facts), popup, 'wrongSender'],
    ['a field too many', message('captureClientId', { ...facts, vendorHost: 'x' }), portal(), 'malformed'],
    [
      'a GUID in upper case',
      message('captureClientId', { clientId: facts.clientId.toUpperCase() }),
      portal(),
      'malformed',
    ],
    ['no data', message('captureClientId'), portal(), 'malformed'],
    [
      'an oversize value',
      message('captureSecretValue', { ...facts, secretValue: 'x'.repeat(5000), whenHeld: 'ask' }),
      portal(),
      'malformed',
    ],
  ])('drops and counts %s', async (_what, sent, sender, reason) => {
    const { send, called, door } = setUp();
    expect(await send(sent, sender)).toBe('dropped');
    expect(called).not.toHaveBeenCalled();
    expect(door.dropped).toMatchObject({ [reason]: 1 });
  });

  it('answers with no exception text when a handler fails', async () => {
    const { send, door } = setUp({ clear: () => Promise.reject(new Error('quota of /home/ada exceeded')) });
    expect(await send(message('clear'), popup)).toBe('dropped');
    expect(door.dropped.failed).toBe(1);
  });

  it('takes the name of an exception for a name only where it looks like one', async () => {
    const named = (name: string) => Object.assign(new Error('quota'), { name });
    for (const [name, cause] of [
      ['QuotaExceededError', 'QuotaExceededError'],
      ['abc8Q~0123456789', undefined],
      ['x'.repeat(41), undefined],
      ['', undefined],
    ] as const) {
      fakeBrowser.reset();
      setUp({ clear: () => Promise.reject(named(name)) });
      const [answer] = await fakeBrowser.runtime.onMessage.trigger(
        message('clear'),
        popup as never,
        () => {},
      );
      expect((answer as unknown as { res: { cause?: string } }).res.cause, name).toBe(cause);
    }
  });

  it('lists who may send what', () => {
    const table = Object.fromEntries(
      (Object.keys(protocol) as MessageType[]).map((type) => [type, protocol[type].from.join(' ')]),
    );
    expect(table).toMatchInlineSnapshot(`
      {
        "accessSeen": "vendorConsole",
        "askMicrosoft": "extensionPage",
        "bringPart": "portalFrame vendorConsole signinPage",
        "cancel": "extensionPage",
        "cancelInPage": "vendorConsole",
        "captureClientId": "portalFrame",
        "captureSecretValue": "portalFrame",
        "carryRedirectUri": "vendorConsole",
        "changeOptions": "extensionPage",
        "chooseHandoff": "extensionPage",
        "chooseVendorTenant": "extensionPage",
        "clear": "extensionPage",
        "closeTestWindow": "extensionPage",
        "consentLinkSeen": "vendorConsole",
        "consoleSeen": "vendorConsole",
        "discardPageReport": "extensionPage",
        "dismissSamlNote": "extensionPage",
        "enforceContext": "vendorConsole",
        "exportConnections": "extensionPage",
        "extendHold": "extensionPage",
        "fillForm": "extensionPage",
        "forgetConnection": "extensionPage",
        "frameRoute": "portalFrame",
        "getState": "extensionPage",
        "handoverRecord": "extensionPage",
        "importConnections": "extensionPage",
        "listConnections": "extensionPage",
        "moveTenant": "extensionPage",
        "openConsentLink": "vendorConsole extensionPage",
        "openFix": "signinPage",
        "pageReported": "portalFrame vendorConsole",
        "pasteValue": "extensionPage",
        "portalContext": "portalFrame",
        "portalSeen": "portalFrame",
        "readOptions": "extensionPage",
        "readPageReport": "extensionPage",
        "registrationSeen": "portalFrame",
        "registrationValues": "portalFrame",
        "reportOutcome": "extensionPage",
        "requestFill": "vendorConsole",
        "routeChanged": "portalFrame",
        "runCheck": "extensionPage",
        "secretsSeen": "portalFrame",
        "setExpiry": "extensionPage",
        "signinSeen": "signinPage",
        "startPageReport": "extensionPage",
        "startRenewal": "extensionPage",
        "startTest": "extensionPage",
        "takeMeThere": "extensionPage",
        "tick": "extensionPage",
        "vendorContext": "vendorConsole",
        "vendorSeen": "vendorConsole",
      }
    `);
  });
});
