// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createButton, placeBeside } from '../../../utils/page/button';

let width: number;

beforeEach(() => {
  width = 320;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, 0, width, 38));
});

/** What our button has taken over from a page with this in its form. */
function lookBeside(control: string): Record<string, string> {
  document.body.innerHTML = `<main style="font-family: Inter; font-size: 18px; color: rgb(20, 20, 20)">
    <p><span id="value">v</span></p>${control}</main>`;
  const made = createButton(document, { label: 'Fill', onPress: () => {} });
  placeBeside(made, document.getElementById('value') as Element);
  return Object.fromEntries(
    ['font', 'size', 'radius', 'height', 'line', 'ink'].map((name) => [
      name,
      made.host.style.getPropertyValue(`--page-${name}`),
    ]),
  );
}

const field = (style: string) => `<input style="border: 1px solid rgb(200, 200, 210); ${style}">`;

describe('the shape of our controls', () => {
  it('is that of the fields they stand beside, within measure', () => {
    expect(lookBeside(field('border-radius: 8px; background-color: white'))).toEqual({
      font: 'Inter',
      size: '14px',
      radius: '8px',
      height: '36px',
      line: 'rgb(200, 200, 210)',
      ink: 'rgb(20, 20, 20)',
    });
    expect(lookBeside(field('border-radius: 40px')).radius).toBe('10px');
  });

  it.each([
    ['where there is none', ''],
    ['where there is but a box to tick', '<input type="checkbox" style="border-radius: 9px">'],
  ])('is our own %s', (_where, control) => {
    expect(Object.values(lookBeside(control)).join('')).toBe('');
  });

  it('is our own beside an icon', () => {
    width = 24;
    expect(Object.values(lookBeside('<button style="border-radius: 9px">x</button>')).join('')).toBe('');
  });

  it('is looked for among some of a list’s thousand icons, and beside the list', () => {
    const measured = vi.mocked(Element.prototype.getBoundingClientRect);
    measured.mockImplementation(function (this: Element) {
      return new DOMRect(0, 0, this.textContent === 'Search' ? 320 : 24, 38);
    });
    const list = `<section>${'<i><button>x</button></i>'.repeat(1000)}</section>`;
    const search = '<button style="border-radius: 9px">Search</button>';
    measured.mockClear();
    expect(lookBeside(search + list)).toMatchObject({ radius: '9px' });
    expect(measured.mock.calls.length).toBeLessThan(20);
    measured.mockClear();
    expect(lookBeside(list)).toMatchObject({ radius: '' });
    expect(measured.mock.calls.length).toBeLessThan(60);
  });

  it('takes no outline from a filled button', () => {
    const filled =
      '<button style="border: 1px solid rgb(1, 2, 3); background-color: rgb(1, 2, 3)">Save</button>';
    expect(lookBeside(filled)).toMatchObject({ line: '', ink: 'rgb(20, 20, 20)' });
  });
});
