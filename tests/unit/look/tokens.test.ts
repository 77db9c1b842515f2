import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colours, tokenSheet } from '../../../utils/look/tokens';

/** Spaces and line breaks are the formatter's. */
const compact = (css: string) => css.replaceAll(/\s+/g, '');

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe('the tokens', () => {
  it('are what the pages of the extension are drawn with', () => {
    const sheet = readFileSync(`${import.meta.dirname}/../../../components/tokens.css`, 'utf8');
    expect(compact(sheet)).toBe(compact(tokenSheet()));
  });

  const texts = [
    ...(['surface', 'surface-low', 'surface-hover', 'brand-soft'] as const).flatMap((below) =>
      (['text', 'text-quiet', 'brand-text'] as const).map((text) => [text, below] as const),
    ),
    ['on-brand', 'brand'],
    ['on-brand', 'brand-hover'],
    ['on-brand', 'brand-pressed'],
    ...(['good', 'care', 'bad'] as const).flatMap((tone) => [
      [tone, 'surface'] as const,
      [tone, `${tone}-soft`] as const,
      ['text', `${tone}-soft`] as const,
    ]),
  ] as const;
  it.each(texts)('%s can be read on %s, light and dark', (text, below) => {
    for (const theme of [0, 1] as const) {
      expect(contrast(colours[text][theme], colours[below][theme])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['line-field', 'brand', 'brand-text'] as const)('%s can be told from the surface', (line) => {
    for (const theme of [0, 1] as const) {
      expect(contrast(colours[line][theme], colours.surface[theme])).toBeGreaterThanOrEqual(3);
    }
  });
});
