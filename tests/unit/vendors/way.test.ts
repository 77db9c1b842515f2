// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { nextToEnable, nextToForm } from '../../../utils/vendors/console/way';
import { iru } from '../../../utils/vendors/iru';
import { kandji } from '../../../utils/vendors/kandji';
import type { VendorProfile } from '../../../utils/vendors/profile';
import { layOut } from '../page/layout';

beforeEach(layOut);

const sidebar = '<nav><a href="/devices">Devices</a><a href="/settings">Settings</a></nav>';
const tabs = (selected: string) =>
  `<div role="tablist">${['General', 'Access'].map((name) => `<button role="tab" aria-selected="${name === selected}">${name}</button>`).join('')}</div>`;
const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
const section = (rows = '') =>
  `<section><h2>Authentication</h2>${table(rows)}<button>+ Add</button></section>`;
const blade = (inside: string) =>
  `<div role="dialog" aria-modal="true"><h2>Add SSO Connection</h2>${inside}</div>`;
const radio = (text: string, more = '') =>
  `<label><input type="radio" name="k" ${more}><b>${text}</b><small>About it</small></label>`;
const iruSection = (rows = '') =>
  `<section><header><h2>Authentication methods</h2><button>+ Authentication method</button></header>${table(rows)}</section>`;
const iruRow = (state: string, menu = '<button aria-haspopup="menu" aria-label="More">⋮</button>') =>
  `<tr><td>Ours</td><td>Microsoft Entra ID</td><td>${state}</td><td>${menu}</td></tr>`;

type Case = [string, VendorProfile, string, string | undefined];
const cases: Case[] = [
  ['start', kandji, sidebar, 'Settings'],
  ['a glyph in front', kandji, '<nav><a href="#"><i>\ue713</i> Settings</a></nav>', 'Settings'],
  ['by its label', kandji, '<a href="#" aria-label="Settings"><svg></svg></a>', 'Settings'],
  ['settings', kandji, sidebar + tabs('General'), 'Access'],
  ['two of the name', kandji, `${sidebar}<a href="#">Settings</a>`, undefined],
  ['a longer text', kandji, '<a href="#">Settings for you</a>', undefined],
  ['another language', kandji, '<a href="#">Einstellungen</a>', undefined],
  ['hidden', kandji, `<div style="display:none">${sidebar}</div>`, undefined],
  ['no section yet', kandji, sidebar + tabs('Access'), undefined],
  ['the section', kandji, sidebar + tabs('Access') + section(), 'Add'],
  [
    'an Add of another section',
    kandji,
    `${sidebar + tabs('Access')}<section><h2>API Token</h2>${table()}<button>Add</button></section>`,
    undefined,
  ],
  [
    'the blade',
    kandji,
    section() +
      blade(`${radio('Azure Active Directory')}${radio('Google Workspace')}<button disabled>Next</button>`),
    'Azure Active Directory',
  ],
  [
    'the blade, another one chosen',
    kandji,
    section() +
      blade(`${radio('Azure Active Directory')}${radio('Google Workspace', 'checked')}<button>Next</button>`),
    'Azure Active Directory',
  ],
  [
    'the blade, chosen',
    kandji,
    section() +
      blade(`${radio('Azure Active Directory', 'checked')}${radio('Custom SAML')}<button>Next</button>`),
    'Next',
  ],
  ['another dialog', kandji, sidebar + blade('<button>Close</button>'), undefined],
  ['start', iru, '<button aria-label="Account menu"></button>', 'Account menu'],
  [
    'the menu is open',
    iru,
    '<button aria-label="Account menu"></button><div role="menu"><button role="menuitem">Access</button></div>',
    'Access',
  ],
  ['no method yet', iru, iruSection(), 'Authentication method'],
  ['the method waits for its values', iru, iruSection(iruRow('Setup incomplete')), 'Configure'],
  [
    'the menu of the method is open',
    iru,
    `${iruSection(iruRow('Setup incomplete'))}<div role="menu"><button role="menuitem">Configure</button></div>`,
    'Configure',
  ],
  ['two methods wait', iru, iruSection(iruRow('Not allowed') + iruRow('Setup incomplete')), undefined],
  ['the method is allowed', iru, iruSection(iruRow('Allowed')), 'Authentication method'],
  [
    'choosing in a drop-down',
    iru,
    blade(
      '<select><option>Select</option><option>Microsoft Entra ID</option></select><button disabled>Create</button>',
    ),
    'Microsoft Entra ID',
  ],
  [
    'chosen in a drop-down',
    iru,
    blade(
      '<select><option>Select</option><option selected>Microsoft Entra ID</option></select><button>Create</button>',
    ),
    'Create',
  ],
];

it.each(cases)('points at the next control: %s (%o)', (_where, profile, html, says) => {
  document.body.innerHTML = html;
  expect(nextToForm(document, profile)?.says).toBe(says);
});

describe('after Save', () => {
  const row = (state: string, commands = '<button aria-haspopup="true">…</button>') =>
    table(`<tr><td>Our SSO</td><td>Azure</td><td>${state}</td><td>${commands}</td></tr>`);

  it.each([
    ['the ellipsis', row('Inactive'), 'true'],
    ['the only button', row('Inactive', '<button id="x">…</button>'), 'x'],
    [
      'the open menu',
      row(
        'Inactive',
        '<button aria-haspopup="true">…</button><div role="menu"><button id="e" role="menuitem">Enable</button></div>',
      ),
      'e',
    ],
    ['a button of the row', row('Inactive', '<button>Delete</button><button id="e">Enable</button>'), 'e'],
    ['active', row('Active'), undefined],
    ['a dialog in front', row('Inactive') + blade(''), undefined],
    ['several buttons', row('Inactive', '<button>a</button><button>b</button>'), undefined],
    ['another name', row('Inactive').replace('Our', 'Other'), undefined],
  ])('points at %s', (_what, html, mark) => {
    document.body.innerHTML = html;
    const next = nextToEnable(document, kandji, 'Our SSO');
    const { id = undefined } = next?.control.element ?? {};
    expect(id || next?.control.element.getAttribute('aria-haspopup') || undefined).toBe(mark);
    if (mark) expect(next?.says).toBe('Enable');
  });
});
