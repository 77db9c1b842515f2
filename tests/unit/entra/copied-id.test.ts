// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { copiedText, copiesSecretId } from '../../../utils/entra/copied-id';
import { readSecretRows } from '../../../utils/entra/secret-rows';
import { freshRow, gridMakes, maskedRow, SECRET_ID, SECRET_VALUE } from './pages';

const dates = { languages: ['en-us'], today: new Date('2026-07-27T12:00:00') };
/** Presses each control of the first row, in document order. */
const verdicts = (html: string, selector = 'button,[role=button],.icon') => {
  document.body.innerHTML = html;
  const [row] = readSecretRows(document, dates);
  if (!row) throw new Error('no row');
  return [...row.container.querySelectorAll(selector)].map((control) => copiesSecretId(control, row));
};

describe('telling whose copy control was pressed', () => {
  it.each(Object.entries(gridMakes))('knows them in %s', (_name, make) => {
    // Value, Secret ID, bin.
    expect(verdicts(make([freshRow]))).toEqual([false, true, false]);
    expect(verdicts(make([maskedRow]))).toEqual([true, false]);
    expect(verdicts(make([freshRow], ['secretId', 'value', 'description', 'expires']))).toEqual([
      true,
      false,
      false,
    ]);
  });

  const row = (cells: string) =>
    `<table><tbody><tr><td>Kandji SSO</td><td>7/27/2028</td>${cells}</tr></tbody></table>`;
  it.each([
    [
      'controls in cells of their own',
      `<td>${SECRET_VALUE}</td><td><button>c</button></td><td>${SECRET_ID}</td><td><button>c</button></td><td><button>d</button></td>`,
      [false, true, false],
    ],
    [
      'a lone bin without a name',
      `<td>${SECRET_VALUE}</td><td>${SECRET_ID}</td><td><button></button></td>`,
      [false],
    ],
    [
      'a lone control that says it copies',
      `<td>${SECRET_VALUE}</td><td>${SECRET_ID}</td><td><button title="Kopieren"></button></td>`,
      [true],
    ],
    [
      'a flat cell',
      `<td><span>${SECRET_VALUE}</span><button></button><span>${SECRET_ID}</span><button></button><button></button></td>`,
      [false, true, false],
    ],
    [
      'a bin in the cell of the ID',
      `<td>${SECRET_VALUE}</td><td>${SECRET_ID}<button aria-label="Copy"></button><button aria-label="Delete"></button></td>`,
      [true, false],
    ],
    [
      'a lone bin in the cell of the ID',
      `<td>${SECRET_VALUE}</td><td>${SECRET_ID}<button title="Löschen"></button></td>`,
      [false],
    ],
    [
      'a copy control before the ID',
      `<td>${SECRET_VALUE}</td><td><button></button>${SECRET_ID}</td>`,
      [true],
    ],
    ['the ID itself as a control', `<td>${SECRET_VALUE}</td><td><button>${SECRET_ID}</button></td>`, [true]],
    [
      'icons that are no controls by name',
      `<td>${SECRET_VALUE}<i class="icon"></i></td><td><span>${SECRET_ID}</span><i class="icon"></i></td>`,
      [false, true],
    ],
  ])('knows %s', (_name, cells, expected) => {
    expect(verdicts(row(cells))).toEqual(expected);
  });

  it('does not take a press on the text of the ID for copying', () => {
    document.body.innerHTML = row(
      `<td>${SECRET_VALUE}</td><td><span id="id">${SECRET_ID}</span><button></button></td>`,
    );
    const [first] = readSecretRows(document, dates);
    expect(first && copiesSecretId(document.getElementById('id') as Element, first)).toBe(false);
  });

  it('reads the selection of a text field', () => {
    document.body.innerHTML = `<input value="x${SECRET_ID}">`;
    const input = document.querySelector('input') as HTMLInputElement;
    input.setSelectionRange(1, 37);
    let text = '';
    document.addEventListener(
      'copy',
      (event) => {
        text = copiedText(event, document);
      },
      { once: true },
    );
    input.dispatchEvent(new Event('copy', { bubbles: true }));
    expect(text).toBe(SECRET_ID);
  });
});
