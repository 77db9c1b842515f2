// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { readConnectionRow } from '../../../utils/vendors/console/connections';
import { kandji } from '../../../utils/vendors/kandji';
import { layOut } from '../page/layout';

beforeEach(layOut);

const table = (...rows: string[][]) =>
  `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
const grid = (...cells: string[]) =>
  `<div role="grid"><div role="row">${cells.map((cell) => `<div role="gridcell">${cell}</div>`).join('')}</div></div>`;

it.each([
  [
    'active',
    table(['Entra ID SSO', 'Azure', '<span class="x">Active</span>', '<button>…</button>']),
    { kind: 'row', state: 'active' },
  ],
  ['inactive', table(['Entra ID SSO', 'Azure', 'Inactive']), { kind: 'row', state: 'inactive' }],
  ['disabled', grid('Entra ID SSO', 'Azure', 'Disabled'), { kind: 'row', state: 'inactive' }],
  ['enabled', grid('<b>Entra ID SSO</b><i>Azure</i>', 'Enabled'), { kind: 'row', state: 'active' }],
  ['a list', '<ul><li><b>Entra ID SSO</b><span>Active</span></li></ul>', { kind: 'row', state: 'active' }],
  ['nothing said', table(['Entra ID SSO', 'Azure', '']), { kind: 'row', state: 'unknown' }],
  ['both said', table(['Entra ID SSO', 'Active', 'Inactive']), { kind: 'row', state: 'unknown' }],
  ['a sentence', table(['Entra ID SSO', 'Active directory sync']), { kind: 'row', state: 'unknown' }],
  ['another name', table(['Entra ID SSO 2', 'Active']), { kind: 'none' }],
  [
    'another row',
    table(['Other', 'Active'], ['Entra ID SSO', 'Inactive']),
    { kind: 'row', state: 'inactive' },
  ],
  ['two of the name', table(['Entra ID SSO', 'Active'], ['Entra ID SSO', 'Inactive']), { kind: 'none' }],
  ['hidden', `<div style="display:none">${table(['Entra ID SSO', 'Active'])}</div>`, { kind: 'none' }],
])('reads the connection’s row: %s', (_which, html, row) => {
  document.body.innerHTML = html;
  expect(readConnectionRow(document, kandji, 'Entra ID SSO')).toEqual(row);
});

const devices = (count: number, name: string) =>
  table(...Array.from({ length: count }, (_, n) => [n === 120 ? name : `Mac ${n}`, 'Active']));

it('does not take a device of that name, far down in a long list, for a connection', () => {
  const connections = table(['Entra ID SSO', 'Azure', 'Inactive']);
  document.body.innerHTML = devices(300, 'Entra ID SSO') + connections;
  expect(readConnectionRow(document, kandji, 'Entra ID SSO')).toEqual({ kind: 'row', state: 'inactive' });
});

it('reads a connection beside ninety others', () => {
  document.body.innerHTML = table(
    ...Array.from({ length: 90 }, (_, n) => [`Other ${n}`, 'Azure', 'Active']),
    ['Entra ID SSO', 'Azure', 'Active'],
  );
  expect(readConnectionRow(document, kandji, 'Entra ID SSO')).toEqual({ kind: 'row', state: 'active' });
});

it('reads nothing without a name', () => {
  document.body.innerHTML = table(['', 'Active']);
  expect(readConnectionRow(document, kandji, ' ')).toEqual({ kind: 'none' });
});
