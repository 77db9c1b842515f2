import { describe, expect, it } from 'vitest';
import { advance, type SigninEvent, type SigninTest } from '../../../utils/handoff/signin-test';
import type { Verdict } from '../../../utils/handoff/verdict';
import { clientId, NOW, otherClientId } from './samples';

const host = 'acme.kandji.io';
const start: SigninTest = {
  clientId,
  vendorHost: host,
  startedAt: NOW,
  windowId: 7,
  observed: true,
  windowOpen: true,
  loginSeen: false,
};
const login: SigninEvent = { kind: 'vendorLogin' };
const ours: SigninEvent = { kind: 'microsoftPage', clientId };
const stock: SigninEvent = { kind: 'microsoftPage', clientId: otherClientId };
const console_: SigninEvent = { kind: 'console', host };
const closed: SigninEvent = { kind: 'windowClosed' };
const run = (...events: SigninEvent[]) => events.reduce(advance, start).verdict;

describe('verdict of a sign-in test', () => {
  const rows: [string, SigninEvent[], Verdict | undefined][] = [
    ['Microsoft with this client ID, then the console', [login, ours, console_], { kind: 'passed' }],
    [
      'the stock Microsoft button',
      [login, stock, console_],
      { kind: 'anotherApp', seenClientId: otherClientId },
    ],
    [
      'ours first, then back and the stock button',
      [login, ours, login, stock, console_],
      { kind: 'anotherApp', seenClientId: otherClientId },
    ],
    ['ours first, then back and a password', [login, ours, login, console_], { kind: 'anotherApp' }],
    ['stock first, then back and ours', [login, stock, login, ours, console_], { kind: 'passed' }],
    ['password only', [login, console_], { kind: 'anotherApp' }],
    ['a session that was still signed in', [console_], { kind: 'cannotTell' }],
    ['Microsoft refuses', [login, { ...ours, code: '50011' }], { kind: 'microsoftRefused', code: '50011' }],
    ['Microsoft refuses the stock app', [login, { ...stock, code: '50011' }], undefined],
    [
      'Microsoft refuses, closed after it',
      [login, { ...ours, code: '50011' }, closed],
      { kind: 'microsoftRefused', code: '50011' },
    ],
    [
      'refused, tried again in the window, passed',
      [login, { ...ours, code: '50076' }, login, ours, console_],
      { kind: 'passed' },
    ],
    [
      'the code exchange fails',
      [login, ours, { kind: 'vendorError', reason: 'tokenExchangeFailed' }],
      { kind: 'vendorRefused', reason: 'tokenExchangeFailed' },
    ],
    [
      'the console of another vendor tenant',
      [login, ours, { kind: 'console', host: 'globex.kandji.io' }],
      undefined,
    ],
    ['closed in between', [login, ours, closed], { kind: 'notFinished' }],
    ['closed after it passed', [login, ours, console_, closed], { kind: 'passed' }],
    [
      'the admin says that it worked',
      [{ kind: 'reported', worked: true }],
      { kind: 'reported', worked: true },
    ],
    [
      'a report cannot turn a pass around',
      [ours, console_, { kind: 'reported', worked: false }],
      { kind: 'passed' },
    ],
    ['nothing yet', [login], undefined],
  ];
  it.each(rows)('%s', (_what, events, verdict) => {
    expect(run(...events)).toEqual(verdict);
  });
});
