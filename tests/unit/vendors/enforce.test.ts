// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { endingOf } from '../../../utils/vendors/console/ending';
import { iru } from '../../../utils/vendors/iru';
import { kandji } from '../../../utils/vendors/kandji';
import type { VendorProfile } from '../../../utils/vendors/profile';
import { layOut } from '../page/layout';
import { alerts, click, eventually, goTo, onConsolePage, sent, show } from './console-harness';

vi.mock('../../../utils/page/press', () => import('./press-mock'));

const row = (name: string, state: string, commands = '', type = 'Azure') =>
  `<tr><td>${name}</td><td>${type}</td><td>${state}</td><td>${commands}</td></tr>`;
const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
const menu = (word: string, mark = ' id="x"') =>
  `<button aria-haspopup="menu" aria-expanded="true">…</button><div role="menu"><button${mark} role="menuitem">${word}</button></div>`;
const opener = '<button aria-haspopup="menu" aria-expanded="true">…</button>';
const portal = (word: string) => `<div role="menu"><button id="x" role="menuitem">${word}</button></div>`;
const confirm = (heading: string, answer: string) =>
  `<div role="dialog"><h2>${heading}</h2><button id="c">Cancel</button><button id="x">${answer}</button></div>`;

describe('a press ends', () => {
  beforeEach(() => layOut());

  type Case = [string, VendorProfile, string, 'standard' | 'connection' | undefined];
  const cases: Case[] = [
    [
      'a switch by its label',
      kandji,
      '<b id="s">Standard Authentication</b><button id="x" role="switch" aria-checked="true" aria-labelledby="s"></button>',
      'standard',
    ],
    [
      'a checkbox by its label',
      iru,
      '<label>Standard authentication<input id="x" type="checkbox" checked></label>',
      'standard',
    ],
    [
      'a switch beside the words',
      kandji,
      '<div><div><b>Standard Authentication</b><p>Email</p></div><button id="x" role="switch" aria-checked="true"></button></div>',
      'standard',
    ],
    [
      'a switch whose state is not known',
      kandji,
      '<button id="x" role="switch" aria-label="Standard Authentication"></button>',
      'standard',
    ],
    ['a button of its own', kandji, '<button id="x">Disable Standard Authentication</button>', 'standard'],
    [
      'a button beside the words',
      kandji,
      '<div><b>Standard Authentication</b><button id="x">Disable</button></div>',
      'standard',
    ],
    [
      'the answer that confirms',
      kandji,
      confirm('Disable Standard Authentication?', 'Yes, I am sure'),
      'standard',
    ],
    [
      'the answer that cancels',
      kandji,
      confirm('Disable Standard Authentication?', 'No')
        .replace('id="x"', 'id="y"')
        .replace('id="c"', 'id="x"'),
      undefined,
    ],
    [
      'a command in a portal, on a page that shows the words elsewhere',
      kandji,
      `<h2>Standard Authentication</h2>${table(row('A', 'Inactive', opener))}${portal('Disable')}`,
      undefined,
    ],
    [
      'the switch that is off',
      kandji,
      '<button id="x" role="switch" aria-checked="false" aria-label="Standard Authentication"></button>',
      undefined,
    ],
    [
      'another switch',
      kandji,
      '<div><button role="switch" aria-label="Standard Authentication"></button><button id="x" role="switch" aria-label="Beta"></button></div>',
      undefined,
    ],
    [
      'Disable of the last active one',
      kandji,
      table(row('A', 'Active', menu('Disable')), row('B', 'Inactive')),
      'connection',
    ],
    ['Delete of the last active one', kandji, table(row('A', 'Active', menu('Delete'))), 'connection'],
    ['a command in a portal', kandji, table(row('A', 'Active', opener)) + portal('Delete'), 'connection'],
    ['a menu that belongs to no row', kandji, table(row('A', 'Active')) + portal('Delete'), 'connection'],
    [
      'Disallow',
      iru,
      table(row('A', 'Allowed', opener, 'Microsoft Entra ID')) + portal('Disallow for tenant authentication'),
      'connection',
    ],
    [
      'the answer about the last active one',
      kandji,
      table(row('Our SSO', 'Active')) + confirm('Delete Our SSO?', 'Delete'),
      'connection',
    ],
    [
      'the answer about another one',
      kandji,
      table(row('Our SSO', 'Active'), row('Old', 'Inactive')) + confirm('Delete Old?', 'Delete'),
      undefined,
    ],
    [
      'one of two active ones',
      kandji,
      table(row('A', 'Active', menu('Disable')), row('B', 'Active')),
      undefined,
    ],
    ['an inactive one', kandji, table(row('A', 'Active'), row('B', 'Inactive', menu('Delete'))), undefined],
    ['Configure', kandji, table(row('A', 'Active', menu('Configure'))), undefined],
    [
      'Delete in another table',
      kandji,
      table(row('A', 'Active')) + table(`<tr><td>Token</td><td>${menu('Delete')}</td></tr>`),
      undefined,
    ],
    [
      'Delete on a page without connections',
      kandji,
      `<button id="x">Delete</button>${table('<tr><td>Mac</td><td>Active</td></tr>')}`,
      undefined,
    ],
  ];
  it.each(cases)('%s', (_what, profile, html, ending) => {
    document.body.innerHTML = html;
    const element = document.querySelector('#x');
    expect(element && endingOf(element, profile)?.kind).toBe(ending);
  });
});

describe('ending a sign-in', () => {
  onConsolePage();
  const onPress = vi.fn();
  const page = `<div><b id="s">Standard Authentication</b><button id="x" role="switch" aria-checked="true" aria-labelledby="s"></button></div>
    ${table(row('Our SSO', 'Active', menu('Delete', ' id="d"')))}`;
  const enforce = (isTested: boolean) => ({ kind: 'enforce', vendorName: 'Kandji', isTested });

  async function open(answers: Parameters<typeof show>[1], html = page): Promise<void> {
    onPress.mockClear();
    show(html, answers);
    for (const id of ['#x', '#d', '#c']) document.querySelector(id)?.addEventListener('click', onPress);
    await eventually(() => expect(sent('enforceContext')).toContainEqual({ connectionName: 'Our SSO' }));
  }

  it('is objected to once while no test has passed, with everything that ends', async () => {
    await open({ enforceContext: enforce(false) });
    click('#x');
    expect(onPress).not.toHaveBeenCalled();
    expect(alerts()).toEqual([
      expect.stringMatching(
        /email and password, Google and Office 365.*nobody can get into Kandji.*Test sign-in/s,
      ),
    ]);
    click('#x');
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('is objected to for the last connection, by name', async () => {
    await open({ enforceContext: enforce(false) });
    click('#d');
    expect(onPress).not.toHaveBeenCalled();
    expect(alerts()).toEqual([expect.stringMatching(/“Our SSO” is the last active connection/)]);
    click('#d');
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('is objected to at a check box, which has changed by the time its click is told', async () => {
    await open(
      { enforceContext: enforce(false) },
      `<label>Standard Authentication<input id="x" type="checkbox" checked></label>${page.replace('id="x"', '')}`,
    );
    const box = document.querySelector<HTMLInputElement>('#x');
    box?.click();
    expect(onPress).not.toHaveBeenCalled();
    expect(box?.checked).toBe(true);
    box?.click();
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  it('is objected to while it is not known whether a test has passed', async () => {
    await open({ enforceContext: { kind: 'dropped' } });
    click('#x');
    expect(onPress).not.toHaveBeenCalled();
  });

  it('is not objected to after a passed test', async () => {
    await open({ enforceContext: enforce(true) });
    await Promise.resolve();
    click('#x');
    click('#d');
    expect(onPress).toHaveBeenCalledTimes(2);
    expect(alerts()).toEqual([]);
  });

  it('is not asked about again by the answer that confirms it', async () => {
    await open({ enforceContext: enforce(false) }, page);
    click('#x');
    click('#x');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog"><h2>Disable Standard Authentication?</h2><button id="c">Disable</button></div>',
    );
    document.querySelector('#c')?.addEventListener('click', onPress);
    click('#c');
    expect(onPress).toHaveBeenCalledTimes(2);
  });

  it('takes its alert back when the connection is active no more', async () => {
    await open({ enforceContext: enforce(false) });
    click('#d');
    expect(alerts()).toHaveLength(1);
    document.querySelector('table')?.remove();
    await eventually(() => expect(alerts()).toEqual([]));
  });

  it('asks again when the page is come back to', async () => {
    await open({ enforceContext: enforce(false) });
    const asked = sent('enforceContext').length;
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
    window.dispatchEvent(new Event('focus'));
    await eventually(() => expect(sent('enforceContext').length).toBeGreaterThan(asked));
  });

  it('takes its alert back on the return to the page once proved, and never under the pointer', async () => {
    const answers = { enforceContext: enforce(false) };
    await open(answers);
    click('#d');
    answers.enforceContext = enforce(true);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
    document.querySelector('#d')?.dispatchEvent(new Event('pointerover', { bubbles: true }));
    await Promise.resolve();
    expect(alerts()).toHaveLength(1);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5000);
    window.dispatchEvent(new Event('focus'));
    await eventually(() => expect(alerts()).toEqual([]));
  });

  it('does nothing on pages without any of it', async () => {
    goTo('https://acme.iru.com/devices');
    show(table('<tr><td>Mac</td><td>macOS</td></tr>'));
    click('tr');
    expect(sent('enforceContext')).toEqual([]);
  });
});
