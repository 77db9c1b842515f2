/** Every fault has its words: what happened, what was not done, what to do next. No exception's text reaches anybody. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tell } from '../../../entrypoints/popup/tell';
import type { FillAnswer, StartTestAnswer } from '../../../utils/messages/answers';
import { policyLine } from '../../../utils/settings/allowed-hosts';
import { fillWords, startTestWords } from '../../../utils/words/answers';
import { faultWords, supportLine, unansweredWords } from '../../../utils/words/faults';
import { tally } from '../../trust/tally';
import { handoff, heldSecret, NOW, secretValue } from '../handoff/samples';
import { faultNames } from '../words/fault-names';
import { freshBrowser, put, startBackground } from './background';
import { senders } from './messages';

beforeEach(async () => {
  await freshBrowser();
  vi.useFakeTimers({ now: NOW + 1_000, toFake: ['Date'] });
});

const NOT_DONE = /\b(?:Nothing|not|No)\b/;
const NEXT =
  /\b(?:Reload|Close|Press|Update|Free|Look|try|Go|open|Copy|Enter|Allow|Open|choose|added|Which)\b/;

describe('a fault', () => {
  it.each(Object.keys(faultNames) as (keyof typeof faultNames)[])(
    '%s says what happened, what was not done and what to do',
    (reason) => {
      const words = faultWords(reason);
      expect(words.split(/(?<=\.) /).length).toBeGreaterThanOrEqual(3);
      expect(words).toMatch(NOT_DONE);
      expect(words).toMatch(NEXT);
      expect(words).not.toMatch(/undefined|\[object|Error:|exception/i);
    },
  );

  it.each<FillAnswer>([
    { kind: 'holdsSecret' },
    { kind: 'nothingHeld', missing: ['secretValue'] },
    { kind: 'noForm', opened: false },
    { kind: 'wrongPage' },
    { kind: 'otherDirectory', domain: 'contoso.example' },
    { kind: 'blocked', host: 'acme.kandji.io' },
  ])('of a fill is said: $kind', (answer) => {
    const { text, tone } = fillWords(answer, { id: 'kandji', name: 'Kandji' });
    expect(tone).not.toBe('success');
    expect(text).toMatch(NOT_DONE);
    expect(text).not.toMatch(/undefined|\[object/);
  });

  it('of company policy names the exact line to add', () => {
    const { text } = fillWords({ kind: 'blocked', host: 'acme.kandji.io' }, { id: 'kandji', name: 'Kandji' });
    expect(text).toMatch(/this line added to the policy \*\*ExtensionSettings\*\*.*:$/);
    // It stands below the text, to be copied.
    expect(policyLine(['https://acme.kandji.io'])).toBe(
      '"runtime_allowed_hosts": ["https://acme.kandji.io"]',
    );
  });

  it.each([
    ['off', true, /switched off/],
    ['notAllowed', false, /allow/],
  ] as const)('of private windows is told: %s', async (why, allowed, words) => {
    const background = startBackground();
    await put([handoff({ vendorHost: 'acme.kandji.io' })], NOW);
    Object.assign(fakeBrowser.extension, { isAllowedIncognitoAccess: async () => allowed });
    vi.spyOn(fakeBrowser.windows, 'create').mockRejectedValue(new Error('Incognito mode is disabled.'));
    const answer = (await background.send('startTest', senders.extensionPage)) as StartTestAnswer;
    expect(answer).toEqual({ kind: 'privateWindowsOff', why, address: 'https://acme.kandji.io/' });
    expect(startTestWords(answer, 'Kandji')?.text).toMatch(words);
    expect(startTestWords(answer, 'Kandji')?.text).toMatch(/No window was opened\..* go to:$/);
    tally('faults injected', 1);
  });

  it('of private windows is told: forced, and none is opened', async () => {
    const background = startBackground();
    await put([handoff({ vendorHost: 'acme.kandji.io' })], NOW);
    vi.spyOn(fakeBrowser.windows, 'getAll').mockImplementation((async () => [{ incognito: true }]) as never);
    const create = vi.spyOn(fakeBrowser.windows, 'create');
    const answer = (await background.send('startTest', senders.extensionPage)) as StartTestAnswer;
    expect(answer).toMatchObject({ kind: 'privateWindowsOff', why: 'forced' });
    expect(startTestWords(answer, 'Kandji')?.text).toMatch(/Every window/);
    expect(create).not.toHaveBeenCalled();
    tally('faults injected', 1);
  });
});

describe('an exception', () => {
  it('crosses as the name of its class, never as its text', async () => {
    const background = startBackground();
    await put([handoff({ vendorHost: 'acme.kandji.io', secret: heldSecret() })], NOW);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(
      new RangeError(`could not read ${secretValue} in /home/ada`),
    );
    const answer = await background.send('vendorContext', senders.vendorConsole);
    expect(answer).toEqual({ kind: 'dropped', reason: 'failed', cause: 'RangeError' });
    expect(unansweredWords({ kind: 'dropped', reason: 'failed', cause: 'RangeError' })).not.toContain(
      'RangeError',
    );
    tally('faults injected', 1);
  });

  it('is named in the line for support, which holds nothing else of what was asked', () => {
    const line = supportLine(
      { version: '0.1.0', browser: 'chrome' },
      'fillForm',
      { kind: 'dropped', reason: 'failed', cause: 'RangeError' },
      new Date(NOW),
    );
    expect(line).toBe('SSO Courier 0.1.0, chrome: fillForm, failed (RangeError), 2026-11-20T12:00:00.000Z');
  });

  it('leaves nothing of what was typed in the line that popup and settings show', async () => {
    const typed = { kind: 'secretValue', text: secretValue, whenHeld: 'ask' } as const;
    const ask = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    ask.mockImplementationOnce(() => {
      throw new TypeError(`lost: ${secretValue}`);
    });
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
    const lost = await tell('pasteValue', typed);
    expect(lost).toEqual({
      kind: 'unreachable',
      details: expect.stringMatching(
        /^SSO Courier [\d.]*, chrome: pasteValue, unreachable, 2026-[\dT:.-]+Z$/,
      ),
    });
    expect(JSON.stringify(ask.mock.calls)).toContain(secretValue);
  });
});
