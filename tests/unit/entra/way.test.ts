// @vitest-environment happy-dom
/** After *Take me there*, the portal's pages point at the control to press next, and at nothing else. */
import { describe, expect, it, vi } from 'vitest';
import { pointTo } from '../../../utils/background/controls';
import type { Session } from '../../../utils/handoff/memory';
import { clientId, handoff, heldSecret, NOW, otherClientId } from '../handoff/samples';
import { DAYS_730, panes, type RegisterWords, registerForms, registerWords } from './forms';
import { CLIENT_ID, essentials, essentialsMakes, gridMakes, maskedRow, overviewWords } from './pages';
import { frames, setPortal } from './portal-page';

const portal = setPortal();
const form = registerForms['drop-downs'] as (typeof registerForms)[string];
const en = registerWords.en as RegisterWords;
const pane = panes['a dialog'] as (typeof panes)[string];
const grid = (gridMakes.table as (typeof gridMakes)[string])([maskedRow]);
/** Our own control, which says itself what it does. */
const OURS = '';
const US = 'https://auth.kandji.io/login/callback';
const button = (text: string) => `<button>${text}</button>`;
const menu =
  '<nav><a href="#x" data-telemetryname="Menu-Credentials">Anything</a><a href="#y">Owners</a></nav>';

/** What the pointer's label says; what our own buttons say elsewhere is no label. */
const pointed = () =>
  portal.stage.roots
    .filter(({ host }) => host.isConnected)
    .flatMap((root) => [...root.querySelectorAll('[role=note]')])
    .map((note) => note.querySelector('span')?.textContent);

async function open(html: string, page: string, goal: string | undefined): Promise<void> {
  portal.answers.portalContext = { kind: 'context', vendorName: 'Kandji', ...(goal && { pointTo: goal }) };
  await portal.open(html, page);
  if (page === 'register') {
    window.location.hash = '#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/isMSAApp~/false';
    await frames();
  }
  await new Promise((resolve) => setTimeout(resolve, 250));
  await frames();
}

describe('the page points at', () => {
  it.each<[string, string, string, string, string | undefined]>([
    ['our button on an empty form', form(en) + button('Register'), 'register', 'register', OURS],
    [
      'Register once nothing is left to choose',
      form(en, { name: 'Kandji', platform: 'Web', redirect: US }) + button('Register'),
      'register',
      'register',
      'Register',
    ],
    [
      'nothing while the platform is to be chosen',
      form(en, { name: 'Kandji' }) + button('Register'),
      'register',
      'register',
      undefined,
    ],
    ['the menu’s node, in whatever language', menu, 'Overview', 'secret', 'Anything'],
    [
      'the menu’s entry by its name',
      '<nav><a href="#x">证书和密码</a></nav>',
      'Overview',
      'secret',
      '证书和密码',
    ],
    ['the group that hides it', `<nav>${button('Manage')}</nav>`, 'Overview', 'secret', 'Manage'],
    [
      'what opens the pane',
      button('Neuer geheimer Clientschlüssel') + grid,
      'Credentials',
      'secret',
      'Neuer geheimer Clientschlüssel',
    ],
    [
      'what opens the pane, in a list that is still empty',
      `<div role="grid"><div role="row">${button('New client secret')}</div></div>`,
      'Credentials',
      'secret',
      'New client secret',
    ],
    ['our button in the empty pane', grid + pane(), 'Credentials', 'secret', OURS],
    [
      'the lifetime that is to be chosen',
      grid + pane({ description: 'x' }),
      'Credentials',
      'secret',
      'Gültig bis',
    ],
    [
      'Add when all is filled',
      grid + pane({ description: 'x', expires: DAYS_730 }) + button('Add'),
      'Credentials',
      'secret',
      'Add',
    ],
    [
      'nothing where two say the same',
      button('Add') + button('New client secret').repeat(2),
      'Credentials',
      'secret',
      undefined,
    ],
    [
      'nothing that is disabled',
      '<button disabled>New client secret</button>',
      'Credentials',
      'secret',
      undefined,
    ],
  ])('%s', async (_what, html, page, goal, says) => {
    await open(html, page, goal);
    const words = says === undefined ? [] : [says === OURS ? 'Next step' : `Next step: ${says}`];
    await vi.waitFor(() => expect(pointed()).toEqual(words), 5_000);
  });

  it('our button beside the client ID', async () => {
    const make = Object.values(essentialsMakes)[0];
    const words = overviewWords.en;
    if (!make || !words) throw new Error('no page');
    await open(essentials(words, make), 'Overview', 'clientId');
    expect(pointed()).toEqual(['Next step']);
  });

  it('nothing unless the admin asked to be taken there', async () => {
    await open(menu, 'Overview', undefined);
    expect(pointed()).toEqual([]);
  });
});

describe('what the background says of a page', () => {
  const session = (change: Partial<Session> = {}): Session => ({
    handoffs: [],
    consentTabs: {},
    ticks: {},
    lastSeen: 0,
    guided: true,
    ...change,
  });
  const { clientIdHeldAt: _none, ...unheld } = handoff();
  const seen = { how: 'seen', at: NOW } as const;

  it.each<[string, Session, string | undefined, string | undefined]>([
    ['nothing without guidance', { ...session(), guided: undefined as never }, CLIENT_ID, undefined],
    ['the form', session(), undefined, 'register'],
    ['a new app', session(), clientId, 'clientId'],
    ['an app seen and not held', session({ handoffs: [unheld] }), clientId, 'clientId'],
    ['an app whose client ID is held', session({ handoffs: [handoff()] }), clientId, 'secret'],
    ['another app than the journey’s', session({ handoffs: [handoff()] }), otherClientId, undefined],
    [
      'an app with everything held',
      session({ handoffs: [handoff({ secret: heldSecret() })] }),
      clientId,
      undefined,
    ],
    [
      'an app whose values were filled',
      session({ handoffs: [handoff({ evidence: { fill: seen } })] }),
      clientId,
      undefined,
    ],
  ])('%s', (_what, held, page, goal) => {
    expect(pointTo(held, page)).toBe(goal);
  });
});
