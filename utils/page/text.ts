/**
 * What an element says, as the admin sees it: without icon glyphs and invisible characters, with the full text where
 * the page shows it cut.
 */

/** Most texts: nothing to clean. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/**
 * A text without what consoles mix into it: icon-font glyphs (private use, U+E000–F8FF), zero-width and direction
 * marks, no-break and repeated spaces. Source: facts/entra.md §3.1 (EssentialsExtractor, 2026-08).
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\ue000-\uf8ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text that stands in the element itself, not in its children: hidden second copies sit in children of their own. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += node.nodeValue ?? '';
  }
  return cleanText(text);
}

/**
 * All that an element itself says, best first: `title` (it stays whole where the text is cut), the value of a text
 * field, its own text, its accessible name.
 */
export function textsOf(element: Element): string[] {
  if (isWrapper(element)) return [];
  const texts: string[] = [];
  add(element.getAttribute('title'));
  add(fieldText(element));
  add(ownText(element));
  add(element.getAttribute('aria-label'));
  return texts;

  function add(said: string | null): void {
    const text = said ? cleanText(said) : '';
    if (text !== '' && !texts.includes(text)) texts.push(text);
  }
}

/** Most elements of a console: no text of their own, no title, no name. */
function isWrapper(element: Element): boolean {
  const { firstChild, localName } = element;
  if (localName === 'input' || localName === 'textarea' || firstChild?.nodeType === 3) return false;
  if (element.hasAttribute('title') || element.hasAttribute('aria-label')) return false;
  for (let node = firstChild; node; node = node.nextSibling) if (node.nodeType === 3) return false;
  return true;
}

const FIELDS = /^(?:text|url|email|search|tel)$/;

/** What stands in a text field; empty for everything else, password fields included: those do not show it either. */
function fieldText(element: Element): string {
  if (element.localName === 'textarea') return cleanText((element as HTMLTextAreaElement).value);
  if (element.localName !== 'input') return '';
  const input = element as HTMLInputElement;
  return FIELDS.test(input.type) ? cleanText(input.value) : '';
}

/** Whether the page shows the element: rendered, not `visibility: hidden`. Opacity is the press guard's business. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Parent in the flattened tree: through slots and out of shadow roots. */
export function flatParent(node: Node): Element | null {
  const slot = (node as Element).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  if (!parent) return null;
  if (parent.nodeType === 11) return (parent as ShadowRoot).host ?? null;
  return parent.nodeType === 1 ? (parent as Element) : null;
}

/** Whether an element is, or stands inside, another one, shadow roots included. */
export function isInside(element: Element, around: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (at === around) return true;
  return false;
}
