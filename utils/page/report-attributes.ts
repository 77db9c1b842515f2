/** What becomes of an element's attributes in a page report. Those not named here, and event handlers, are left out. */

const TRUTH = /^(?:true|false|mixed|)$/;
const NUMBER = /^-?\d{1,3}$/;

/** Attributes whose value is a word of HTML or ARIA, or a small number: kept as it is where it is one. */
export const WORDS_OF: ReadonlyMap<string, RegExp> = new Map([
  [
    'role',
    /^(?:alert|alertdialog|application|article|banner|button|cell|checkbox|columnheader|combobox|complementary|contentinfo|definition|dialog|document|feed|figure|form|generic|grid|gridcell|group|heading|img|link|list|listbox|listitem|log|main|menu|menubar|menuitem|menuitemcheckbox|menuitemradio|navigation|none|note|option|presentation|progressbar|radio|radiogroup|region|row|rowgroup|rowheader|search|searchbox|separator|slider|spinbutton|status|switch|tab|table|tablist|tabpanel|term|textbox|timer|toolbar|tooltip|tree|treegrid|treeitem)$/,
  ],
  [
    'type',
    /^(?:button|checkbox|date|email|hidden|number|password|radio|reset|search|submit|tel|text|time|url)$/,
  ],
  ['scope', /^(?:col|row|colgroup|rowgroup)$/],
  ['autocomplete', /^(?:off|on|new-password|current-password|username|email)$/],
  ['dir', /^(?:ltr|rtl|auto)$/],
  ...['hidden', 'disabled', 'readonly', 'required', 'checked', 'open'].map((name) => [name, TRUTH] as const),
  ...[
    'hidden',
    'disabled',
    'readonly',
    'required',
    'checked',
    'selected',
    'expanded',
    'haspopup',
    'invalid',
  ].map((name) => [`aria-${name}`, TRUTH] as const),
  ...['tabindex', 'colspan', 'rowspan', 'aria-colindex', 'aria-rowindex', 'aria-level'].map(
    (name) => [name, NUMBER] as const,
  ),
]);

/** Attributes that name other elements: numbered, so that the pairs stay. */
export const REFERENCES: ReadonlySet<string> = new Set([
  'id',
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'headers',
]);

/** Attributes that say something: their shape stays, or a known label. */
export const SPOKEN: ReadonlySet<string> = new Set([
  'title',
  'alt',
  'placeholder',
  'value',
  'href',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'contenteditable',
]);
