/** Bad input is named wherever it can enter, and costs no time. Messages: router.test.ts; files: reminders/exchange.test.ts. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bare, isGuid, isMasked, parseSecretValue } from '../../../utils/entra/values';
import { parseTenantAddress } from '../../../utils/handoff/vendor-address';
import type { TenantAddressFault } from '../../../utils/messages/protocol';
import { cleanText } from '../../../utils/page/text';
import { MOST_CONNECTIONS, readFile } from '../../../utils/reminders/exchange';
import { parseManaged } from '../../../utils/settings/managed';
import { refusalWords, tenantFaultWords } from '../../../utils/words/popup';
import { tally } from '../../trust/tally';
import { clientId, handoff, NOW, secretId, secretValue } from '../handoff/samples';
import { everything, freshBrowser, put, startBackground } from './background';
import { senders } from './messages';

const MEGABYTE = 1_000_000;
/** Far more than any of it takes on a busy machine; a pattern that runs wild takes minutes with a megabyte. */
const AT_ONCE_MS = 10_000;

function timed<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(AT_ONCE_MS);
  return result;
}

beforeEach(async () => {
  await freshBrowser();
  vi.useFakeTimers({ now: NOW + 1_000, toFake: ['Date'] });
});

const pasted: readonly [what: string, text: string, fault: string | undefined][] = [
  ['NUL inside', `${secretValue.slice(0, 20)}\u0000${secretValue.slice(20)}`, 'unprintable'],
  ['a control character', `${secretValue}\u0007x`, 'unprintable'],
  ['marks that turn the writing direction around it', `\u202e${secretValue}\u202c`, undefined],
  [
    'a mark that turns the writing direction inside',
    `${secretValue.slice(0, 20)}\u202e${secretValue.slice(20)}`,
    undefined,
  ],
  ['quotes around', `"${secretValue}"`, undefined],
  ['typographic quotes around', `“${secretValue}”`, undefined],
  ['white space and line breaks around', `\n  ${secretValue}\r\n`, undefined],
  ['a line break inside', `${secretValue.slice(0, 20)}\n${secretValue.slice(20)}`, 'severalValues'],
  ['two values', `${secretValue} ${secretValue}`, 'severalValues'],
  ['value and Secret ID', `${secretValue}\t${secretId}`, 'severalValues'],
  ['the Secret ID', secretId, 'secretId'],
  ['the Secret ID in braces', `{${secretId}}`, 'secretId'],
  ['a masked value', 'zzz******************', 'masked'],
  ['a cut value', `${secretValue.slice(0, 20)}…`, 'cut'],
  ['a megabyte', 'x'.repeat(MEGABYTE), 'tooLong'],
  ['a megabyte of quotes', '"'.repeat(MEGABYTE), 'tooLong'],
  ['a megabyte of quotes with an end', `${'"'.repeat(MEGABYTE)}x`, 'tooLong'],
  ['a megabyte of asterisks', '*'.repeat(MEGABYTE), 'tooLong'],
  ['letters that only look Latin', `ааа8Q~${'z'.repeat(34)}`, 'unprintable'],
  ['emoji', `😀${secretValue}`, 'unprintable'],
  ['nothing', '', 'empty'],
];

describe('a pasted secret value', () => {
  it.each(pasted)('with %s', async (_what, text, fault) => {
    const background = startBackground();
    await put([handoff()], NOW);
    const answer = await background.send('pasteValue', senders.extensionPage, {
      kind: 'secretValue',
      text,
      whenHeld: 'ask',
    });
    const parsed = timed(() => parseSecretValue(text));
    if (fault === undefined) {
      expect(answer).toEqual({ kind: 'held' });
      expect(parsed).toEqual({ kind: 'value', secretValue });
    } else {
      expect(answer).toEqual({ kind: 'refused', reason: { kind: 'notASecretValue', fault } });
      expect(await everything()).not.toContain(secretValue.slice(0, 20));
      expect(refusalWords({ kind: 'notASecretValue', fault: fault as never })).toMatch(
        /^Not held\. .+\. ?.*\.$/,
      );
      tally('inputs refused', 1);
    }
  });

  it.each(['clientId', 'directoryDomain', 'expiresOn'] as const)('is never taken for a %s', async (kind) => {
    const background = startBackground();
    await put([handoff()], NOW);
    for (const text of [
      secretValue,
      '"'.repeat(MEGABYTE),
      `${clientId}\u0000`,
      `a${'.a'.repeat(MEGABYTE / 2)}`,
      '2026-02-30',
      'contoso..com',
    ]) {
      const start = performance.now();
      const answer = await background.send('pasteValue', senders.extensionPage, {
        kind,
        text,
        whenHeld: 'ask',
      });
      expect(performance.now() - start).toBeLessThan(AT_ONCE_MS);
      expect(answer, text.slice(0, 40)).toMatchObject({ kind: 'refused' });
      tally('inputs refused', 1);
    }
    expect(await everything()).not.toContain(secretValue);
  });
});

it.each([
  ['another alphabet', 'аcme.kandji.io', 'notAConsole'],
  ['punycode', 'xn--cme-7cd.kandji.io', 'notAConsole'],
  ['a port', 'acme.kandji.io:8443', 'hasPort'],
  ['a trailing dot', 'acme.kandji.io.', 'unknownVendor'],
  ['a user name', 'https://acme.kandji.io@evil.example', 'notAnAddress'],
  ['another host behind', 'acme.kandji.io.evil.example', 'unknownVendor'],
  ['another scheme', 'http://acme.kandji.io', 'notHttps'],
  ['NUL', 'acme\u0000.kandji.io', 'notAnAddress'],
  ['two addresses', 'acme.kandji.io globex.kandji.io', 'notAnAddress'],
  ['an IP address', '127.0.0.1', 'unknownVendor'],
  ['a name in German', 'bücher.kandji.io', 'notAConsole'],
  ['a mark that turns the writing direction inside', 'ac\u202eme.kandji.io', 'notAnAddress'],
  ['a megabyte', `${'a.'.repeat(MEGABYTE / 2)}kandji.io`, 'notAConsole'],
  ['an endless name', `${'a'.repeat(2_000)}.kandji.io`, 'notAConsole'],
])('a tenant address with %s is refused in words', (_what, address, fault) => {
  expect(timed(() => parseTenantAddress(address))).toEqual({ kind: 'fault', fault });
  expect(tenantFaultWords(fault as TenantAddressFault, 'Kandji')).toMatch(/\.$/);
  tally('inputs refused', 1);
});

it.each([
  ['upper case', 'HTTPS://ACME.KANDJI.IO/DEVICES'],
  ['a path, a query and a fragment', 'https://acme.kandji.io/devices?tab=1#x'],
  // Browsers go to the host before it, too.
  ['a back slash before another host', 'acme.kandji.io\\@evil.example'],
  ['white space around', '\t acme.kandji.io \n'],
])('a tenant address with %s is understood', (_what, address) => {
  expect(parseTenantAddress(address)).toMatchObject({ kind: 'tenant', tenant: { host: 'acme.kandji.io' } });
});

describe('hostile rows of a file', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      vendorHost: 'acme.kandji.io',
      clientId,
      appName: `Kandji\u202e${at}`,
      // A computed name makes a field of it, as `JSON.parse` does; a plain one would set the prototype and be left out.
      ['__proto__']: { polluted: true },
      constructor: { prototype: { polluted: true } },
    }));
  const fileOf = (connections: readonly unknown[]) =>
    JSON.stringify({ format: 'sso-courier-connections', version: 1, connections });

  it('are set aside at once, each for a reason, and pollute nothing', () => {
    const text = fileOf(rows(MOST_CONNECTIONS));
    expect(text).toContain('"__proto__"');
    const read = timed(() => readFile(text, NOW));
    expect(read).toMatchObject({ kind: 'read', connections: [] });
    expect(read.kind === 'read' && read.setAside).toEqual(
      Array.from({ length: MOST_CONNECTIONS }, (_, at) => ({ row: at + 1, fault: 'notAText' })),
    );
    expect(JSON.stringify(read)).not.toMatch(/\u202e|polluted/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    tally('inputs refused', MOST_CONNECTIONS);
  });

  it('whose other fields are right leave nothing of their own behind', () => {
    const read = readFile(fileOf([{ ...rows(1)[0], appName: 'Kandji' }]), NOW);
    expect(read).toMatchObject({ kind: 'read', connections: [{ appName: 'Kandji' }] });
    expect(JSON.stringify(read)).not.toMatch(/polluted|constructor|__proto__/);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('ten thousand of them are refused as a whole', () => {
    expect(timed(() => readFile(fileOf(rows(10_000)), NOW))).toMatchObject({
      kind: 'fault',
      fault: { kind: 'tooManyRows', rows: 10_000 },
    });
    tally('inputs refused', 10_000);
  });
});

describe('a console pinned by the organisation', () => {
  it.each([
    ['another alphabet', 'аcme.kandji.io'],
    ['punycode', 'xn--cme-7cd.kandji.io'],
    ['a port', 'acme.kandji.io:8443'],
    ['a trailing dot', 'acme.kandji.io.'],
    ['a scheme', 'http://acme.kandji.io'],
    ['a user name', 'acme.kandji.io@evil.example'],
    ['another host behind', 'acme.kandji.io.evil.example'],
    ['NUL', 'acme\u0000.kandji.io'],
    ['a mark that turns the writing direction', '\u202eacme.kandji.io'],
    ['every console', '*.kandji.io'],
    ['a megabyte', `${'a'.repeat(MEGABYTE)}.kandji.io`],
  ])('with %s is named, and pins nothing', (_what, host) => {
    const { settings, ignored } = timed(() => parseManaged({ vendorTenants: ['globex.kandji.io', host] }));
    expect(settings).toEqual({ vendorTenants: ['globex.kandji.io'] });
    expect(ignored).toMatchObject([{ setting: 'vendorTenants', reason: 'notAConsole' }]);
    expect(ignored[0]?.value.length).toBeLessThan(1_000);
    tally('inputs refused', 1);
  });
});

describe('a text of a page', () => {
  it.each([
    ['marks that turn the writing direction', `\u202e\u2066${clientId}\u2069\u202c`],
    ['zero-width characters', clientId.replaceAll('-', '\u200b-\ufeff')],
    ['an icon and no-break spaces', `\ue8c8\u00a0${clientId}\u00a0`],
    ['line breaks', `\n\t${clientId}\r\n`],
  ])('is read through %s', (_what, text) => {
    expect(cleanText(text)).toBe(clientId);
  });

  it('is not taken for an ID with NUL in it', () => {
    expect(isGuid(cleanText(`${clientId.slice(0, 8)}\u0000${clientId.slice(9)}`))).toBe(false);
    expect(isGuid(cleanText(`${clientId}\u0000`))).toBe(false);
  });
});

it.each([bare, isGuid, isMasked, cleanText])('%o reads megabytes off a page at once', (read) => {
  for (const piece of ['"', '*', ' ', '\u200b', '-', '{', 'x', '•'])
    timed(() => read(piece.repeat(MEGABYTE)));
  for (const piece of ['"', '*', ' ', '\u200b', '{']) timed(() => read(`${piece.repeat(MEGABYTE)}y`));
  for (const piece of ['"', '*', ' ', '}']) timed(() => read(`y${piece.repeat(MEGABYTE)}y`));
});
