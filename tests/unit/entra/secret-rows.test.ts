// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isMaskedRow, othersThanMaskedRows } from '../../../utils/entra/masked-rows';
import { valueIn } from '../../../utils/entra/row-texts';
import type { SecretRow } from '../../../utils/entra/secret-row';
import { readSecretRows, SecretRowFinder } from '../../../utils/entra/secret-rows';
import { atOnce } from '../../../utils/page/at-once';
import {
  freshRow,
  gridMakes,
  MASKED,
  maskedRow,
  OTHER_SECRET_ID,
  OTHER_VALUE,
  type Row,
  SECRET_ID,
  SECRET_VALUE,
} from './pages';

const dates = { languages: ['en-us'], today: new Date('2026-07-27T12:00:00') };
const read = (html: string) => {
  document.body.innerHTML = html;
  return readSecretRows(document, dates);
};
const table = gridMakes.table as (typeof gridMakes)[string];
const legacy = 'Kx9@[qP2:aZ8]+m1Tb5@R7yC3[wE6:uJ';

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('reading rows of client secrets', () => {
  const orders: (keyof Row)[][] = [
    ['description', 'expires', 'value', 'secretId'],
    ['secretId', 'value', 'description', 'expires'],
    ['value', 'secretId', 'expires', 'description'],
  ];
  const cases = Object.entries(gridMakes).flatMap(([name, make]) =>
    orders.map((order) => [name, order, make] as const),
  );
  it.each(cases)('reads %s with columns %j', (_name, order, make) => {
    const rows = read(make([freshRow, maskedRow], order));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      secretId: SECRET_ID,
      description: 'Kandji SSO',
      expires: { kind: 'day', day: '2028-07-27' },
      value: { kind: 'readable', secretValue: SECRET_VALUE },
    });
    expect(rows[1]).toMatchObject({
      secretId: OTHER_SECRET_ID,
      description: 'older',
      value: { kind: 'masked' },
    });
  });

  it.each([
    ['de', { description: 'Beschreibung', expires: 'Gültig bis', value: 'Wert', secretId: 'Geheime ID' }],
    ['fr', { description: 'Description', expires: 'Expire le', value: 'Valeur', secretId: 'ID de secret' }],
    ['es', { description: 'Descripción', expires: 'Expira', value: 'Valor', secretId: 'Id. de secreto' }],
    ['pt', { description: 'Descrição', expires: 'Expira', value: 'Valor', secretId: 'ID do segredo' }],
    ['ja', { description: '説明', expires: '有効期限', value: '値', secretId: 'シークレット ID' }],
    ['zh', { description: '说明', expires: '截止期限', value: '值', secretId: '机密 ID' }],
    [
      'an unknown language',
      { description: 'Lýsing', expires: 'Rennur út', value: 'Gildi', secretId: 'Auðkenni' },
    ],
  ])('reads headers in %s', (_language, head) => {
    expect(read(table([freshRow], undefined, head))[0]).toMatchObject({
      description: 'Kandji SSO',
      value: { kind: 'readable' },
      secretId: SECRET_ID,
    });
  });

  it('reads inside nested open shadow roots', () => {
    document.body.innerHTML = '<x-shell></x-shell>';
    const outer = document.querySelector('x-shell')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    outer.innerHTML = '<x-blade></x-blade>';
    (outer.querySelector('x-blade')?.attachShadow({ mode: 'open' }) as ShadowRoot).innerHTML = table([
      freshRow,
    ]);
    expect(readSecretRows(document, dates)).toHaveLength(1);
  });

  it('does not offer a masked value whose title says more', () => {
    const html = table([{ ...freshRow, value: `<span title="${SECRET_VALUE}">${MASKED}</span>` }]);
    expect(read(html)[0]?.value.kind).toBe('masked');
  });

  it('takes the visible copy of a value, not the hidden one', () => {
    const stale = OTHER_VALUE.replace('AbC', 'XyZ');
    const value = `<span style="display:none">${stale}</span><span>${OTHER_VALUE}</span>`;
    expect(read(table([{ ...freshRow, value }]))[0]?.value).toMatchObject({
      kind: 'readable',
      secretValue: OTHER_VALUE,
    });
  });

  it.each([
    [
      'two values of the known shape',
      { ...freshRow, value: `<i>${OTHER_VALUE}</i><b>${OTHER_VALUE.replace('AbC', 'XyZ')}</b>` },
    ],
    [
      'two random texts in an unlabelled row',
      { ...freshRow, description: legacy.split('').reverse().join(''), value: legacy },
    ],
  ])('asks instead of guessing between %s', (_name, row) => {
    const head = { description: 'a', expires: 'b', value: 'c', secretId: 'd' };
    expect(read(table([row], undefined, head))[0]?.value.kind).toBe('ambiguous');
  });

  it('takes the one of two values whose checksum is right', () => {
    const row = { ...freshRow, description: OTHER_VALUE };
    expect(
      read(table([row], undefined, { description: 'a', expires: 'b', value: 'c', secretId: 'd' }))[0]?.value,
    ).toMatchObject({
      secretValue: SECRET_VALUE,
      reliedOn: ['shape', 'checksum'],
    });
  });

  it('reads a secret of the older kinds, alone or by its column', () => {
    const head = { description: 'a', expires: 'b', value: 'c', secretId: 'd' };
    expect(read(table([{ ...freshRow, value: legacy }], undefined, head))[0]?.value).toMatchObject({
      secretValue: legacy,
    });
    const row = { ...freshRow, description: 'Kandji-SSO-2026-07-27', value: 'correcthorsebatterystaple' };
    expect(read(table([row]))[0]).toMatchObject({
      description: 'Kandji-SSO-2026-07-27',
      value: { secretValue: 'correcthorsebatterystaple' },
    });
  });

  it('does not take a description for the value while that is not drawn', () => {
    expect(read(table([{ ...freshRow, description: 'Kandji-SSO-production-2026', value: '' }]))).toHaveLength(
      0,
    );
  });

  it('keeps the value when the description is a GUID', () => {
    const row = { ...freshRow, description: OTHER_SECRET_ID };
    expect(
      read(table([row], undefined, { description: 'a', expires: 'b', value: 'c', secretId: 'd' }))[0],
    ).toMatchObject({
      secretId: SECRET_ID,
      value: { kind: 'readable' },
    });
  });

  it.each([
    [
      'a certificate',
      '<tr><td>A94A8FE5CCB19BA61C4C0873D391E987982FBBD3</td><td>CN=x</td><td>7/27/2028</td><td>GUID</td></tr>',
    ],
    ['a SHA-256 thumbprint', `<tr><td>${'a1'.repeat(32)}</td><td>7/27/2028</td><td>GUID</td></tr>`],
    [
      'a federated credential',
      '<tr><td>deploy</td><td>repo:contoso/app:ref:refs/heads/Main2</td><td>https://token.actions.githubusercontent.com</td><td>GUID</td></tr>',
    ],
    ['a managed identity', '<tr><td>GUID</td><td>api://AzureADTokenExchange</td><td>GUID</td></tr>'],
    ['a service account', '<tr><td>system:serviceaccount:aB3:dE5fG7hI9jK1</td><td>GUID</td></tr>'],
  ])('sees no secret in %s', (_name, row) => {
    expect(read(`<table><tbody>${row.replaceAll('GUID', SECRET_ID)}</tbody></table>`)).toEqual([]);
  });

  it.each([
    ['a SHA-1 thumbprint', 'A94A8FE5CCB19BA61C4C0873D391E987982FBBD3'],
    ['the same in small letters', 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'],
    ['a mixed one', 'A94a8fE5cCb19bA61c4C0873d391e987982fBbd3'],
    ['an issuer', 'https://aB3.dE5.gH7/iJ9kL1mN3'],
    ['a subject', 'repo:aB3dE5/gH7iJ9:ref:kL1mN3'],
    ['a user', 'aB3dE5gH7iJ9kL1@contoso.com'],
  ])('never takes %s for a value', (_name, text) => {
    expect(valueIn(text)).toBeUndefined();
  });

  it('takes the lifetime from today for the row added just now', () => {
    const hints = { languages: ['en'], today: new Date('2026-11-09T12:00:00') };
    document.body.innerHTML = table([
      { ...freshRow, expires: '5/8/2027' },
      { ...maskedRow, expires: '5/8/2027' },
    ]);
    expect(readSecretRows(document, hints).map(({ expires }) => expires)).toEqual([
      { kind: 'day', day: '2027-05-08' },
      { kind: 'ambiguous', candidates: ['2027-08-05', '2027-05-08'] },
    ]);
  });

  it('does not lend a row the value of its neighbour', () => {
    const rows = read(table([freshRow, { ...maskedRow, value: '' }]));
    expect(rows.map(({ secretId }) => secretId)).toEqual([SECRET_ID]);
  });

  it('reads nothing from a hidden tab', () => {
    expect(read(`<div style="display:none">${table([freshRow])}</div>`)).toEqual([]);
  });

  it('looks only at what changed', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({
      ...maskedRow,
      secretId: `00000000-0000-4000-8000-${`${i}`.padStart(12, '0')}`,
    }));
    document.body.innerHTML = table([...many, freshRow]);
    const finder = new SecretRowFinder(() => dates);
    const update = (roots: Element[]) => {
      const run = finder.update({ changed: roots, mayHaveMoved: false });
      let step = run.next();
      while (!step.done) step = run.next();
      return step.value;
    };
    expect(update([document.documentElement])).toBe(true);
    expect(finder.rows()).toHaveLength(501);
    const before = finder.visited;
    const cell = document.querySelectorAll('tbody tr')[500]?.children[2] as Element;
    cell.textContent = MASKED;
    expect(update([cell])).toBe(true);
    expect(finder.rows().filter(({ value }) => value.kind === 'readable')).toEqual([]);
    expect(finder.visited - before).toBeLessThan(10);
    const aside = document.body.appendChild(document.createElement('p'));
    aside.textContent = 'news';
    expect(update([aside])).toBe(false);
  });

  it('reads a long list in slices, and looks for its headers once', () => {
    document.body.innerHTML = table([
      ...Array.from({ length: 60 }, (_, i) => ({
        ...maskedRow,
        secretId: `00000000-0000-4000-8000-${`${i}`.padStart(12, '0')}`,
      })),
    ]);
    const looked = vi.spyOn(Element.prototype, 'querySelectorAll');
    const finder = new SecretRowFinder(() => dates);
    const finding = finder.update({ changed: [document.documentElement], mayHaveMoved: false });
    while (!finding.next().done);
    let pauses = 0;
    const reading = finder.readAhead(60);
    for (pauses = 0; !reading.next().done; ) pauses += 1;
    expect(pauses, 'while they are read').toBeGreaterThanOrEqual(6);
    expect(finder.rows()).toHaveLength(60);
    const forHeaders = looked.mock.calls.filter(([selector]) => selector.includes('columnheader'));
    expect(forHeaders).toHaveLength(1);
  });

  it('finds the headers of a row in a shadow root beside it, and of one around it', () => {
    const head = '<div><b role="columnheader">Value</b><b role="columnheader">Secret ID</b></div>';
    const cells = `<div role="row"><i role="gridcell">${legacy}</i><i role="gridcell">${SECRET_ID}</i></div>`;
    for (const inside of [head + cells, cells]) {
      document.body.innerHTML = `<section>${inside === cells ? head : ''}<main></main></section>`;
      const root = document.querySelector('main')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = `<div>${inside}</div>`;
      const [row] = readSecretRows(document, dates);
      expect(row?.value).toMatchObject({ kind: 'readable', reliedOn: expect.arrayContaining(['column']) });
    }
  });

  it('sees a long list hidden and shown from far around it, from its own element and row by row', () => {
    const rows = Array.from({ length: 210 }, (_, i) => ({
      ...freshRow,
      secretId: `00000000-0000-4000-8000-${`${i}`.padStart(12, '0')}`,
    }));
    document.body.innerHTML = '<div>'.repeat(15) + table(rows);
    const finder = new SecretRowFinder(() => dates);
    atOnce(finder.update({ changed: [document.documentElement], mayHaveMoved: true }));
    const far = document.body.firstElementChild as HTMLElement;
    const near = document.querySelector('tbody') as HTMLElement;
    const shown = () => finder.candidates().length;
    for (const [at, left] of [
      [far, 0],
      [near, 0],
      [near.children[3] as HTMLElement, 209],
      [document.createElement('p'), 210],
    ] as const) {
      for (const [display, count] of [
        ['none', left],
        ['', 210],
      ] as const) {
        at.style.display = display;
        atOnce(finder.update({ changed: [], mayHaveMoved: true, moved: [at] }));
        expect(shown(), `${at.localName} ${display}`).toBe(count);
      }
    }
  });

  describe('leaves a long list of hidden values unread', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      ...maskedRow,
      description: `Secret ${i}`,
      secretId: `00000000-0000-4000-8000-${`${i}`.padStart(12, '0')}`,
    }));
    let finder: SecretRowFinder;
    const update = (...changed: Element[]) => {
      const run = finder.update({ changed, mayHaveMoved: false });
      let step = run.next();
      while (!step.done) step = run.next();
      return step.value;
    };
    const row = (i: number) => document.querySelectorAll('tbody tr')[i] as HTMLElement;

    beforeEach(() => {
      document.body.innerHTML = table([...many, freshRow]);
      finder = new SecretRowFinder(() => dates);
      update(document.documentElement);
    });

    it('and finds the one that can be read, at the cost of one look each', () => {
      expect(finder.candidates().map(({ secretId }) => secretId)).toEqual([SECRET_ID]);
      expect(finder.visited).toBeLessThan(60);
      expect(finder.size).toBe(61);
    });

    it('until somebody asks for all of them, for one, or by its name', () => {
      expect(finder.rowAt([row(7), document])).toMatchObject({ secretId: many[7]?.secretId });
      const [named] = finder.rowsSaying(many[9]?.secretId as string);
      expect(named).toMatchObject({ description: 'Secret 9', value: { kind: 'masked' } });
      expect(finder.rowsSaying('Secret 11')).toHaveLength(1);
      expect(finder.rows(30)).toHaveLength(30);
      expect(new Set(finder.rows().map(({ secretId }) => secretId)).size).toBe(61);
    });

    it('a row whose value comes to be shown is found, and one that goes is gone', () => {
      const cell = row(3).children[2] as HTMLElement;
      cell.textContent = OTHER_VALUE;
      expect(update(cell)).toBe(true);
      expect(finder.candidates()).toHaveLength(2);
      row(5).remove();
      expect(finder.rows()).toHaveLength(60);
    });

    it('in a list that is told as one as well, until somebody asks or one of them changes', () => {
      const list = document.querySelector('tbody') as HTMLElement;
      list.replaceChildren(...[...list.children].map((each) => each.cloneNode(true)));
      const others = othersThanMaskedRows(list);
      expect(others).toEqual([row(60)]);
      const before = finder.visited;
      const [only] = others as [Element];
      atOnce(finder.update({ changed: [only], mayHaveMoved: true, lists: [list] }));
      expect(finder.visited - before).toBeLessThan(20);
      expect(finder.candidates().map(({ secretId }) => secretId)).toEqual([SECRET_ID]);

      const cell = row(3).children[2] as HTMLElement;
      cell.textContent = OTHER_VALUE;
      expect(update(cell)).toBe(true);
      expect(finder.candidates()).toHaveLength(2);
      expect(finder.rowAt([row(7), document])).toMatchObject({ secretId: many[7]?.secretId });
      expect(finder.rowsSaying('Secret 11')).toHaveLength(1);
      expect(finder.size).toBe(61);
      expect(new Set(finder.rows().map(({ secretId }) => secretId)).size).toBe(61);
    });

    it('a row that changed inside is found after others that came beside it, in one go', () => {
      const [one, other] = [0, 1].map((i) => row(i).cloneNode(true) as Element);
      row(0).before(one as Element, other as Element);
      const cell = row(5).children[2] as HTMLElement;
      cell.textContent = OTHER_VALUE;
      expect(update(one as Element, other as Element, cell)).toBe(true);
      expect(finder.candidates()).toHaveLength(2);
    });

    it('a new row is looked at once, and costs no more when it is hidden or gone again', () => {
      const before = finder.visited;
      for (let i = 0; i < 20; i += 1) {
        const copy = row(i).cloneNode(true) as Element;
        row(i).replaceWith(copy);
        expect(update(copy)).toBe(false);
      }
      expect(finder.visited - before).toBe(20);
    });
  });

  it.each([
    ['a value that can be read', (row: Row) => ({ ...row, value: SECRET_VALUE })],
    ['stars in its description', (row: Row) => ({ ...row, description: 'prod ******', value: SECRET_VALUE })],
    ['an older value', (row: Row) => ({ ...row, description: '******', value: legacy })],
  ])('never leaves a row unread that has %s', (_what, change) => {
    for (const [name, make] of Object.entries(gridMakes)) {
      document.body.innerHTML = make([change(freshRow)], undefined);
      const marked = [...document.querySelectorAll('*')].filter(isMaskedRow);
      expect(marked, name).toEqual([]);
    }
  });

  /** Values of at least so many signs: with the sign that all of today have, or with what a generated one hardly lacks. */
  const valuesOf = (least: number) =>
    fc
      .tuple(
        fc.stringMatching(/^[A-Za-z0-9._-]{1,10}$/),
        fc.constantFrom('8Q~', 'aB3', 'x7K', 'Zq2', 'Tq9', '4fG', '0Z7', '[q', '+m'),
        fc.stringMatching(/^[A-Za-z0-9._~-]{10,26}$/),
      )
      .map((parts) => parts.join(''))
      .filter(({ length }) => length >= least);

  it('tells a hidden row by what its text consists of, in any order that a list may have', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9 ]{0,14} $/);
    const value = valuesOf(19);
    const hint = fc.stringMatching(/^[A-Za-z0-9]{3}$/);
    const mask = fc.constantFrom('*'.repeat(18), '•'.repeat(8), '●'.repeat(20));
    const isRow = (text: string) => {
      document.body.innerHTML = '<p></p>';
      const row = document.body.firstElementChild as Element;
      row.textContent = text;
      return isMaskedRow(row);
    };
    fc.assert(
      fc.property(word, word, value, hint, mask, (one, other, readable, start, stars) => {
        const hidden = `${start}${stars}${SECRET_ID}`;
        expect(isRow(`${one}5/20/2028${hidden}`)).toBe(true);
        expect(isRow(`${hidden} ${one}${other}`)).toBe(true);
        for (const at of [`${readable}${hidden}`, `${one}${readable} ${hidden}`, `${hidden} ${readable}`])
          expect(isRow(at), at).toBe(false);
        expect(isRow(`${one}${hidden}${SECRET_ID}`)).toBe(false);
      }),
    );
  });

  const longNames = [
    'kandji-production-12',
    'Kandji-SSO-2026-07-27',
    'KandjiProductionSingleLogin2026',
    'sso_prod_v2_key',
  ];
  const days = ['5/20/2028', '2028-05-20', '20.05.2028', '20. Mai 2028', '2028年5月20日', 'May 20, 2028'];
  const hints = ['abc', 'aB3', 'Z~8', ''];
  it('tells a hidden row however it is named and dated, and whatever its controls say', () => {
    const name = fc.constantFrom(...longNames, 'b2C', 'prod');
    const gap = fc.constantFrom('', ' ', '\n          ', '\ue8c8');
    const control = fc.constantFrom('', 'Copy', 'Copy to clipboard', '\ue8c8');
    const mask = fc.constantFrom('*'.repeat(18), '•'.repeat(8));
    fc.assert(
      fc.property(
        fc.tuple(name, fc.constantFrom(...days), fc.constantFrom(...hints), mask, control, gap),
        ([description, day, hint, stars, says, between]) => {
          const cells = [description, day, `${hint}${stars}${says}`, `${SECRET_ID}${says}`, says];
          document.body.innerHTML = `<p>${between}${cells.map((cell) => `<b>${cell}</b>`).join(between)}${between}</p>`;
          const [row] = document.body.children;
          expect(row && isMaskedRow(row), row?.textContent ?? '').toBe(true);
        },
      ),
    );
  });

  it.each([
    ['checkbox', true],
    ['radio', true],
    ['hidden', true],
    ['text', false],
    ['password', false],
  ])('a field of type %s beside it may say what the row does: %s', (type, isTold) => {
    document.body.innerHTML = `<div><input type="${type}" value="${SECRET_VALUE}"><b>${MASKED}</b><i>${SECRET_ID}</i></div>`;
    expect([...document.body.children].map(isMaskedRow)).toEqual([isTold]);
  });

  describe('a list of hidden rows, told by its text in one piece', () => {
    const idOf = (n: number) => `08e93f9a-4c24-4924-86bb-${`${n}`.padStart(12, '0')}`;
    const hidden = fc
      .tuple(
        fc.oneof(fc.stringMatching(/^[a-z ]{0,12}$/), fc.constantFrom(...longNames)),
        fc.constantFrom('*'.repeat(18), '•'.repeat(8)),
        fc.constantFrom('', '<td>Copy</td>', '<td>\ue8c8</td>'),
        fc.nat(99),
      )
      .map(
        ([name, mask, control, n]) =>
          `<td>${name}</td><td>5/20/2028</td><td>abc${mask}</td>${control}<td>${idOf(n)}</td>${control}`,
      );
    const shown = fc
      .tuple(fc.stringMatching(/^[A-Za-z0-9 ]{0,12}$/), valuesOf(16), fc.nat(99))
      .map(([name, value, n]) => `<td>${name}</td><td>5/20/2028</td><td>${value}</td><td>${idOf(n)}</td>`);
    const header = fc.constantFrom('<th>Name</th>', '<th>Description</th><th>Expires</th><th>Value</th>', '');
    const listOf = (items: readonly string[], gap = '') => {
      document.body.innerHTML = `<table><tbody>${items.map((item) => `<tr>${item}</tr>`).join(gap)}</tbody></table>`;
      return document.querySelector('tbody') as Element;
    };

    it('names what is no hidden row, wherever it stands, and nothing else', () => {
      fc.assert(
        fc.property(
          header,
          fc.array(hidden, { minLength: 3 }),
          fc.array(fc.tuple(shown, fc.nat(30))),
          fc.constantFrom('', '\n  '),
          (top, rows, values, gap) => {
            const items = [...rows];
            for (const [value, at] of values) items.splice(at % (items.length - 1), 0, value);
            const list = listOf([top, ...items], gap);
            const others = [...list.children].filter((item) => item.textContent && !isMaskedRow(item));
            expect(othersThanMaskedRows(list)).toEqual(others.length > 20 ? undefined : others);
          },
        ),
      );
    });

    const rows = Array.from({ length: 5 }, (_, n) => `<td>abc${'*'.repeat(18)}</td><td>${idOf(n)}</td>`);
    const two = `${rows[0]}${rows[1]}`;
    it('loses no row where an item has two, and another one a few words', () => {
      const list = listOf([
        ...rows.slice(2),
        `<td><p>${rows[0]}</p><p>${rows[1]}</p></td>`,
        '<td>Loading</td>',
        rows[2] ?? '',
      ]);
      expect(othersThanMaskedRows(list)).toEqual([]);
      const finder = new SecretRowFinder(() => dates);
      atOnce(finder.update({ changed: [], mayHaveMoved: true, lists: [list] }));
      const ids = (found: readonly SecretRow[]) => found.map(({ secretId }) => `${secretId}`).sort();
      expect(ids(finder.rows())).toEqual(ids(readSecretRows(document, dates)));
      expect(finder.rows()).toHaveLength(5);
    });

    it.each<[string, string[]]>([
      ['a field in one of its rows', [...rows, `${rows[0]}<td><input></td>`]],
      ['no hidden row', ['<td>one</td>', '<td>two</td>']],
      ['two rows in one item', [...rows, two, ...rows]],
      ['few words between its rows', [...rows, '<td>Loading</td>', ...rows]],
    ])('is none with %s', (_what, items) => {
      expect(othersThanMaskedRows(listOf(items))).toBeUndefined();
    });
  });

  it('looks closely at a row with a field beside its hidden value', () => {
    const html = (field: string) => `<div><b>${MASKED}</b><i>${SECRET_ID}</i>${field}</div>`;
    document.body.innerHTML = html('') + html('<input readonly>');
    expect([...document.body.children].map(isMaskedRow)).toEqual([true, false]);
  });

  it.each([
    ['table', true],
    // A text that is cut, or stands in a field, is looked at closely.
    ['divs with roles and titles', false],
    ['bare divs with inputs', false],
  ])('tells a row with a hidden value by its text: %s', (make, isTold) => {
    document.body.innerHTML = gridMakes[make]?.([maskedRow], undefined) ?? '';
    expect([...document.querySelectorAll('*')].some(isMaskedRow)).toBe(isTold);
  });
});
