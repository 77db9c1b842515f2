/**
 * Type, space, colour, shape and motion, once for everything that SSO Courier draws: the extension's own pages
 * (`components/tokens.css`, made from here by `npx tsx scripts/tokens.ts`) and its controls in the consoles' pages
 * (`utils/page/styles.ts`). After Fluent 2's web tokens (fluent2.microsoft.design), as in the Entra admin center.
 */

/** Light, then dark. `light-dark()` picks by the element's `color-scheme`: the system's on our pages, the page's on theirs. */
type Colour = readonly [light: string, dark: string];

export const colours = {
  surface: ['#ffffff', '#242424'],
  'surface-low': ['#f7f7f7', '#1b1b1b'],
  'surface-hover': ['#f0f0f0', '#333333'],
  text: ['#242424', '#f5f5f5'],
  'text-quiet': ['#616161', '#b3b3b3'],
  'line-strong': ['#d1d1d1', '#5c5c5c'],
  'line-field': ['#757575', '#8f8f8f'],
  'line-soft': ['#e6e6e6', '#3a3a3a'],

  brand: ['#0f6cbd', '#1d72bb'],
  'brand-hover': ['#115ea3', '#2379c4'],
  'brand-pressed': ['#0c3b5e', '#115ea3'],
  'on-brand': ['#ffffff', '#ffffff'],
  'brand-text': ['#0f6cbd', '#6cb5f9'],
  'brand-soft': ['#ebf3fc', '#0c2a42'],

  good: ['#0e700e', '#6cc56c'],
  'good-soft': ['#f1faf1', '#11280f'],
  'good-line': ['#9fd89f', '#2f5f2d'],
  care: ['#8a3707', '#f9b083'],
  'care-soft': ['#fff9f5', '#351d0d'],
  'care-line': ['#fdcfb4', '#7a4220'],
  bad: ['#b10e1c', '#f1919a'],
  'bad-soft': ['#fdf3f4', '#301417'],
  'bad-line': ['#eeacb2', '#7d2a33'],
} as const satisfies Readonly<Record<string, Colour>>;

export const shapes = {
  font: '"Segoe UI Variable Text", "Segoe UI", "Segoe UI Web (West European)", -apple-system, "Helvetica Neue", system-ui, sans-serif',
  'font-mono': '"Cascadia Mono", Consolas, ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
  'text-s': '11.5px',
  'text-m': '13px',
  'text-l': '14px',
  'text-xl': '20px',
  line: '1.4',

  'space-xs': '4px',
  'space-s': '8px',
  'space-m': '12px',
  'space-l': '14px',
  /** Height of buttons and fields, and of the small ones in rows. */
  control: '30px',
  'control-small': '24px',
  radius: '4px',
  'radius-card': '6px',
  /** The ring around what has the keyboard focus. */
  focus: '2px',
} as const;

/** How long a small change of state takes. Nothing moves for who asks for that. */
export const motion = { 'motion-fast': '120ms' } as const;

export type ColourName = keyof typeof colours;
export type ShapeName = keyof typeof shapes;

/** Custom properties of these colours, a line each. */
export const colourLines = (names = Object.keys(colours) as ColourName[]): string =>
  names.map((name) => `--${name}: light-dark(${colours[name].join(', ')});`).join('\n');

const lines = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `--${name}: ${value};`)
    .join('\n');

/** The style sheet that every page of the extension begins with. */
export function tokenSheet(): string {
  const still = Object.fromEntries(Object.keys(motion).map((name) => [name, '0s']));
  return `/* Made by scripts/tokens.ts from utils/look/tokens.ts. Change it there. */
:root {
color-scheme: light dark;

${lines(shapes)}
${lines(motion)}

${colourLines()}
}

@media (prefers-reduced-motion: reduce) {
:root {
${lines(still)}
}
}
`;
}
