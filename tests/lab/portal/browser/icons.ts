/** Line drawings for the portal's icons: shapes of our own in the style of the reference pictures. */
const paths = {
  plus: 'M8 1v14M1 8h14',
  copy: 'M5 4V1h6l3 3v8H9M2 4h5l3 3v8H2z',
  bin: 'M2 3h12M6 3V1h4v2M3 3l1 12h8l1-12M6 6v6M8 6v6M10 6v6',
  globe: 'M8 1a7 7 0 100 14A7 7 0 008 1M1 8h14M8 1c-3 3-3 11 0 14M8 1c3 3 3 11 0 14',
  block: 'M8 1a7 7 0 100 14A7 7 0 008 1M3 3l10 10',
  close: 'M2 2l12 12M14 2L2 14',
  chevronUp: 'M2 11l6-6 6 6',
  chevronDown: 'M2 5l6 6 6-6',
  chevronRight: 'M5 2l6 6-6 6',
  collapse: 'M8 2L2 8l6 6M14 2L8 8l6 6',
  sort: 'M4 6l4-4 4 4M4 10l4 4 4-4',
  search: 'M7 2a5 5 0 100 10A5 5 0 007 2M11 11l4 4',
  info: 'M8 1a7 7 0 100 14A7 7 0 008 1M8 7v5M8 4v1',
  check: 'M3 8l4 4 6-8',
  feedback: 'M6 8a3 3 0 100-6 3 3 0 000 6M1 15c0-7 10-7 10 0M9 3h6v5h-2l-2 2V8',
  external: 'M9 2h5v5M14 2L7 9M12 9v5H2V4h5',
  menu: 'M1 3h14M1 8h14M1 13h14',
  bell: 'M3 12V7a5 5 0 0110 0v5zM6 12a2 2 0 004 0',
  gear: 'M8 5a3 3 0 100 6 3 3 0 000-6M8 1v3M8 12v3M1 8h3M12 8h3M3 3l2 2M11 11l2 2M3 13l2-2M11 5l2-2',
  question: 'M5 5a3 3 0 115 2c-1 1-2 1-2 3M8 13v1',
  refresh: 'M13 8a5 5 0 11-2-4M11 1v3H8',
  pin: 'M9 1l6 6-3 1-3 4-5-5 4-3zM5 11l-4 4',
  dots: 'M2 8h1M7.5 8h1M13 8h1',
  tile: 'M1 1h6v6H1zM9 1h6v6H9zM1 9h6v6H1zM9 9h6v6H9z',
  cloud: 'M4 13a3 3 0 010-6 4 4 0 018-1 3.500 3.500 0 010 7z',
  rocket: 'M6 10C6 6 9 2 14 2c0 5-4 8-8 8M6 10l-4 0 3-4M6 10v4l4-3M2 14l2-2',
  wrench: 'M2 2l12 12M14 2L2 14M12 1l3 3M1 12l3 3',
  card: 'M1 3h14v10H1zM1 6h14',
  signIn: 'M2 5a7 7 0 110 6M1 8h8M6 5l3 3-3 3',
  key: 'M8 1a4 4 0 100 8 4 4 0 000-8M8 9v6M8 12h3M8 4v1',
  bars: 'M3 1v9M3 12v3M8 1v3M8 6v9M13 1v9M13 12v3',
  people: 'M6 7a3 3 0 100-6 3 3 0 000 6M1 14c0-6 10-6 10 0zM12 8a2 2 0 100-4M12 9c2 0 3 2 3 5',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName, color = ''): string {
  const tint = color ? ` style="color:${color}"` : '';
  return `<svg class="fxs-portal-svg" viewBox="0 0 16 16" role="presentation" focusable="false" aria-hidden="true"${tint}><path d="${paths[name]}"></path></svg>`;
}

/**
 * A character of the icon font, invisible here but part of the text as in the real portal (facts/entra.md §3.1: code
 * points U+E000–U+F8FF appear in texts).
 */
export const glyph = (character: string) => `<i class="fxs-icon-glyph" aria-hidden="true">${character}</i>`;
