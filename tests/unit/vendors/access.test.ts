// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { readAccessPage, SURE_MILLISECONDS } from '../../../utils/vendors/console/access';
import { iru } from '../../../utils/vendors/iru';
import { kandji } from '../../../utils/vendors/kandji';
import { alerts, eventually, onConsolePage, press, sent, show, soon } from './console-harness';

vi.mock('../../../utils/page/press', () => import('./press-mock'));
onConsolePage();

const page = (content: string, tab = '<button role="tab" aria-selected="true">Access</button>') =>
  `<nav><h3>Authentication</h3></nav><main><h1>Settings</h1><div role="tablist"><button role="tab">General</button>${tab}</div>${content}</main>`;
const without = page('<section><h2>API Token</h2><p>None yet</p></section>');
const withIt = page('<section><h2>Authentication</h2></section><section><h2>API Token</h2></section>');

describe('the Access page', () => {
  it.each([
    ['has the section', withIt, { kind: 'access', hasAuthentication: true }],
    ['lacks the section', without, { kind: 'access', hasAuthentication: false }],
    [
      'lacks it, in the panel that the tab controls',
      page(
        '<div id="p"><h2>API Token</h2></div>',
        '<a role="tab" aria-controls="p" aria-selected="true">Access</a>',
      ),
      { kind: 'access', hasAuthentication: false },
    ],
    [
      'says it without a heading',
      page('<h2>API Token</h2><div>Authentication</div>'),
      { kind: 'access', hasAuthentication: true },
    ],
    [
      'has the switch, under another heading',
      page('<h2>Login</h2><b>Standard Authentication</b>'),
      { kind: 'access', hasAuthentication: true },
    ],
    ['has nothing yet', page(''), { kind: 'other' }],
    ['is loading', page('<h2>API Token</h2><div role="progressbar">…</div>'), { kind: 'other' }],
    [
      'is another tab',
      page('<h2>Company</h2>', '<button role="tab" aria-selected="false">Access</button>'),
      { kind: 'other' },
    ],
    [
      'is in another language',
      page('<h2>API-Token</h2>', '<button role="tab" aria-selected="true">Zugriff</button>'),
      { kind: 'other' },
    ],
  ])('%s', (_what, html, seen) => {
    document.body.innerHTML = html;
    expect(readAccessPage(document, kandji)).toMatchObject(seen);
  });

  it('says nothing of a generation whose vendor does not say what its absence means', () => {
    document.body.innerHTML = without;
    expect(readAccessPage(document, iru)).toEqual({ kind: 'other' });
  });
});

it('says that single sign-on is not enabled, once it is sure, and not again after it was dismissed', async () => {
  show(without);
  await soon();
  expect(alerts()).toEqual([]);
  expect(sent('accessSeen')).toEqual([]);
  await eventually(() => expect(alerts()).toEqual([expect.stringContaining('Ask Kandji support')]));
  expect(sent('accessSeen')).toEqual([{ hasAuthentication: false }]);
  press('Dismiss');
  document.querySelector('main')?.append(document.createElement('table'));
  await soon();
  expect(alerts()).toEqual([]);
});

it('says nothing where the section only comes later', async () => {
  show(without);
  await soon();
  document.body.innerHTML = withIt;
  await eventually(() => expect(sent('accessSeen')).toEqual([{ hasAuthentication: true }]));
  await new Promise((resolve) => setTimeout(resolve, SURE_MILLISECONDS + 200));
  expect(alerts()).toEqual([]);
  expect(sent('accessSeen')).toHaveLength(1);
});

it('takes its alert back when the section comes', async () => {
  show(without);
  await eventually(() => expect(alerts()).toHaveLength(1));
  document.body.innerHTML = withIt;
  await eventually(() =>
    expect(sent('accessSeen')).toEqual([{ hasAuthentication: false }, { hasAuthentication: true }]),
  );
  expect(alerts()).toEqual([]);
});
