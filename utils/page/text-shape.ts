/** What a text looks like, without what it says: `guid`, `secret 40`, `masked 3 18`, `date 9/99/9999`, `words 3`. */

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MASKED = /^(.{0,3}?)([*•●·∙⋅◦‧＊]{3,})$/u;

/** @param text cleaned, not empty */
export function shapeOf(text: string): string {
  const masked = MASKED.exec(text);
  if (GUID.test(text)) return 'guid';
  if (masked) return `masked ${masked[1]?.length} ${Array.from(masked[2] ?? '').length}`;
  if (/(?:…|\.\.\.)$/.test(text)) return `cut ${text.length}`;
  if (/^[a-z][a-z0-9+.-]*:\/?\/?\S+$/i.test(text)) return 'address';
  if (/^#\S+$/.test(text)) return 'fragment';
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return 'account';
  if (/^\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}\.?$/.test(text)) return `date ${text.replace(/\d/g, '9')}`;
  if (/^-?\d+$/.test(text)) return `number ${text.length}`;
  // As secrets look: no space, and letters, digits or signs that no word mixes.
  if (/^\S{16,64}$/.test(text) && /\d|[~_]/.test(text) && /[a-z]/i.test(text)) return `secret ${text.length}`;
  return `words ${text.split(' ').length}`;
}
