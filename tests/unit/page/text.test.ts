// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, isInside, ownText, textsOf } from '../../../utils/page/text';

const element = (html: string) => {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
};

describe('what an element says', () => {
  it.each([
    ['\ue8c8 a\u200bb\u00a0 c \n', 'ab c'],
    ['\u200f7/8/2028\u200e', '7/8/2028'],
    ['plain text', 'plain text'],
    [' ', ''],
  ])('cleans %j to %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('cleans all texts alike, and for good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\ue000-\uf8ff\u200b]|^\s|\s$|\s\s/);
      }),
    );
  });

  it.each([
    ['<b title="whole">who…</b>', ['whole', 'who…']],
    ['<b>own <i>other</i></b>', ['own']],
    ['<input value=" v " title="t">', ['t', 'v']],
    ['<input type="password" value="v">', []],
    ['<button aria-label="name"><svg></svg></button>', ['name']],
    ['<b title="same">same</b>', ['same']],
  ])('%s says %j', (html, texts) => {
    expect(textsOf(element(html))).toEqual(texts);
  });

  it('keeps to its own text', () => {
    expect(ownText(element('<b>a<i>hidden copy</i>b</b>'))).toBe('ab');
  });

  it('knows what is inside through shadow roots', () => {
    const host = element('<x-a></x-a>');
    const root = host.attachShadow({ mode: 'open' });
    const inner = root.appendChild(document.createElement('i'));
    expect(isInside(inner, host)).toBe(true);
    expect(isInside(inner, document.body)).toBe(true);
    expect(isInside(host, inner)).toBe(false);
  });
});
