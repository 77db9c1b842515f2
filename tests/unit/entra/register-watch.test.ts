// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runPortal } from '../../../utils/entra/portal';
import { openPortalPage } from '../../../utils/entra/portal-page';
import type { RegistrationValues } from '../../../utils/messages/protocol';
import type { PageContext } from '../../../utils/page/context';
import { nextFrame } from '../../../utils/page/watch';
import { button, live, press, type Stage, setStage } from '../page/pressing';
import {
  DAYS_730,
  panes,
  type RegisterState,
  type RegisterWords,
  registerForms,
  registerWords,
} from './forms';
import { gridMakes, hashOf, maskedRow } from './pages';

const REGISTER = '#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/isMSAApp~/false';
const US = 'https://auth.kandji.io/login/callback';
const FILL = 'Fill for Kandji';
const en = registerWords.en as RegisterWords;
const form = (state: RegisterState = {}) =>
  (registerForms['drop-downs'] as (typeof registerForms)[string])(en, state);
const pane = panes['a dialog'] as (typeof panes)[string];
const table = gridMakes.table as (typeof gridMakes)[string];

let stage: Stage;
let ending: AbortController;
let sent: [type: string, data: unknown][];
let answers: Record<string, unknown>;

const of = (type: string) => sent.filter(([each]) => each === type).map(([, data]) => data);
const frames = async (count = 4) => {
  for (let i = 0; i < count; i++) await new Promise<void>((resolve) => nextFrame(document, resolve));
};
const eventually = <T>(check: () => T) => vi.waitFor(check, { timeout: 4000, interval: 20 });
/** Longer than the watches wait between two looks, and between two readings. */
const soon = (milliseconds = 300) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const said = () => live(stage).join('\n');
const box = (selector: string) => document.querySelector<HTMLInputElement>(selector);
const nameBox = () => box('#n1');
const redirectBox = () => box('main [placeholder^="https"]');

async function open(html: string, hash: string): Promise<void> {
  document.body.innerHTML = html;
  window.location.hash = hash;
  const send = async (type: string, data: unknown) => {
    sent.push([type, structuredClone(data)]);
    return answers[type] ?? { kind: 'done' };
  };
  const page = { document, window, send } as unknown as PageContext;
  runPortal(page, { signal: ending.signal, bring: async () => openPortalPage });
  await frames();
}

async function pressFill(): Promise<void> {
  await eventually(() => expect(button(stage, FILL)).toBeDefined());
  press(stage, button(stage, FILL));
  await eventually(() => expect(said()).not.toBe(''));
  // Name and redirect URI are written one after the other.
  await soon(150);
}

const values: RegistrationValues = {
  kind: 'values',
  vendorName: 'Kandji',
  appName: 'Kandji',
  secretDescription: 'Kandji SSO',
  secretMonths: 24,
  redirectUri: US,
};

beforeEach(() => {
  stage = setStage();
  stage.box.width = 400;
  sent = [];
  ending = new AbortController();
  answers = {
    portalContext: { kind: 'context', vendorName: 'Kandji', safeToDelete: [] },
    registrationValues: values,
  };
});

afterEach(() => {
  ending.abort();
  expect(document.querySelectorAll('sso-courier')).toHaveLength(0);
});

describe('the register form', () => {
  it('is filled as far as scripts can, and says what to choose', async () => {
    await open(form(), REGISTER);
    await pressFill();
    expect([nameBox()?.value, redirectBox()?.value]).toEqual(['Kandji', '']);
    expect(said()).toMatch(/status: Filled: Name\.\nstatus: → Choose Web under “Select a platform”/);
    expect(said()).toContain('✓ Single tenant.');
  });

  it('gets its redirect URI once Web is chosen, in a form drawn anew as well', async () => {
    await open(form(), REGISTER);
    await pressFill();
    document.body.innerHTML = form({ name: 'Kandji', platform: 'Web' });
    await eventually(() => expect(redirectBox()?.value).toBe(US));
    await eventually(() => expect(said()).toMatch(/Filled: Name, Redirect URI\.\nstatus: ✓ Web chosen/));
    expect(button(stage, FILL)).toBeDefined();
  });

  it('gets it under a platform in unknown words too, and is to be checked', async () => {
    await open(form({ platform: '[Węƀ·]' }), REGISTER);
    await pressFill();
    expect(redirectBox()?.value).toBe(US);
    expect(said()).toMatch(/Check that the platform is Web: “\[Węƀ·\]”/);
  });

  it('is filled at another press when it was closed and opened again', async () => {
    await open(form(), REGISTER);
    await pressFill();
    document.body.innerHTML = '';
    await eventually(() => expect(button(stage, FILL)).toBeUndefined());
    await soon(1200);
    document.body.innerHTML = form({ platform: 'Web' });
    await eventually(() => expect(button(stage, FILL)).toBeDefined());
    await soon();
    expect([redirectBox()?.value, said()]).toEqual(['', '']);
  });

  it.each([en.spa, en.native])('gets none under %s: alert', async (platform) => {
    await open(form({ platform }), REGISTER);
    await pressFill();
    expect(redirectBox()?.value).toBe('');
    expect(said()).toMatch(/^alert: “.*” does not work with Kandji/m);
  });

  it('keeps what the admin has typed', async () => {
    await open(form({ platform: 'Web', name: 'Ours', redirect: 'https://mine.example/x' }), REGISTER);
    await pressFill();
    expect([nameBox()?.value, redirectBox()?.value]).toEqual(['Ours', 'https://mine.example/x']);
    expect(said()).toContain('Left as it was: Name.');
    expect(said()).toMatch(/^alert: Redirect URI: it holds another address.*auth\.kandji\.io/m);
  });

  it('leaves a box empty that the admin has emptied', async () => {
    await open(form({ platform: 'Web' }), REGISTER);
    await pressFill();
    const field = redirectBox() as HTMLInputElement;
    field.value = '';
    document.body.append(document.createElement('p'));
    await soon();
    expect(field.value).toBe('');
  });

  it('alerts when other directories could sign in', async () => {
    await open(form({ account: en.several }), REGISTER);
    await pressFill();
    expect(said()).toMatch(/^alert: Accounts of other directories could sign in/m);
  });

  it.each([
    ['noTenant', /depends on your Kandji tenant.*popup/],
    ['notCarried', /Carry redirect URL to Entra/],
  ] as const)('%s: fills the name, says why no more, goes on when that is known', async (why, words) => {
    const { redirectUri: _unknown, ...rest } = values;
    answers.registrationValues = { ...rest, why };
    await open(form({ platform: 'Web' }), REGISTER);
    await pressFill();
    expect([nameBox()?.value, redirectBox()?.value]).toEqual(['Kandji', '']);
    expect(said()).toMatch(words);
    answers.registrationValues = values;
    window.dispatchEvent(new Event('focus'));
    await eventually(() => expect(redirectBox()?.value).toBe(US));
  });

  it('does nothing before the press, and nothing on a press of a script', async () => {
    await open(form({ platform: 'Web' }), REGISTER);
    await eventually(() => expect(button(stage, FILL)).toBeDefined());
    button(stage, FILL)?.click();
    await soon();
    expect([nameBox()?.value, redirectBox()?.value, of('registrationValues').length]).toEqual(['', '', 0]);
  });

  it('writes nothing where something lies over the box, and says so', async () => {
    await open(form(), REGISTER);
    const header = document.querySelector('header');
    const atPress = vi.mocked(Document.prototype.elementFromPoint).getMockImplementation();
    vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(
      (x, y) => atPress?.call(document, x, y) ?? header,
    );
    await pressFill();
    expect(nameBox()?.value).toBe('');
    expect(said()).toMatch(/^alert: Name: the field is locked or covered/m);
  });

  it('says so when the page takes the name back', async () => {
    await open(form(), REGISTER);
    nameBox()?.addEventListener('change', () => {
      (nameBox() as HTMLInputElement).value = '';
    });
    await pressFill();
    expect(said()).toMatch(/^alert: Name: the page changed it back, twice/m);
  });

  it('says so when the background does not answer', async () => {
    answers.registrationValues = { kind: 'dropped' };
    await open(form(), REGISTER);
    await pressFill();
    expect(said()).toMatch(/alert: .*Nothing was filled/);
  });

  it('has no button on other pages with the same form', async () => {
    await open(form(), hashOf('Owners'));
    await soon();
    expect(button(stage, FILL)).toBeUndefined();
  });
});

describe('the pane of a new secret', () => {
  it('gets its description, and ticks 24 months off', async () => {
    await open(table([maskedRow]) + pane(), hashOf('Credentials'));
    await pressFill();
    expect(box('[role=dialog] input')?.value).toBe('Kandji SSO');
    expect(said()).toMatch(
      /Filled: Description\.\nstatus: → Choose 730 days \(24 months\) under “Gültig bis”/,
    );
    document.body.innerHTML = table([maskedRow]) + pane({ expires: DAYS_730, description: 'Kandji SSO' });
    await eventually(() => expect(said()).toContain('✓ 24 months chosen.'));
  });

  it('keeps a description that is there', async () => {
    await open(pane({ description: 'Ours' }), hashOf('Credentials'));
    await pressFill();
    expect(box('[role=dialog] input')?.value).toBe('Ours');
    expect(said()).toContain('Left as it was: Description.');
  });

  it('takes its button with it, and starts anew with the next', async () => {
    await open(pane(), hashOf('Credentials'));
    await pressFill();
    document.body.innerHTML = '';
    await eventually(() => expect(button(stage, FILL)).toBeUndefined());
    await soon(500);
    document.body.innerHTML = pane();
    await eventually(() => expect(button(stage, FILL)).toBeDefined());
    expect(said()).toBe('');
    expect(box('[role=dialog] input')?.value).toBe('');
  });
});
