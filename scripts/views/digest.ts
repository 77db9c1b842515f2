/**
 * What a view looks like, in words: a line for each element that paints something, with its box and its computed colours,
 * borders and type. In a font of known measures that is the same on every machine, where pixels are not.
 */

/** One painted element: what it is, where it stands in CSS pixels, and how it is painted. */
export type Painted = readonly [what: string, box: readonly [number, number, number, number], style: string];
export type Digest = readonly Painted[];

export interface Difference {
  readonly kind: 'gone' | 'new' | 'moved' | 'repainted';
  readonly what: string;
  readonly before?: Painted;
  readonly after?: Painted;
}

/** Rounding of text widths differs by as much from platform to platform. */
const TOLERANCE = 2;

/** What the page that this runs in looks like now. */
export function digestPage(): Painted[] {
  const painted: Painted[] = [];
  const CLEAR = 'rgba(0, 0, 0, 0)';
  const visit = (element: Element) => {
    const style = getComputedStyle(element);
    if (style.display === 'none') return;
    const { x, y, width, height } = element.getBoundingClientRect();
    const text = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.nodeValue?.trim() ?? '')
      .filter(Boolean)
      .join(' ');
    const has = {
      text: text !== '',
      background: style.backgroundColor !== CLEAR,
      border: ['Top', 'Right', 'Bottom', 'Left'].some(
        (side) => style.getPropertyValue(`border-${side.toLowerCase()}-width`) !== '0px',
      ),
      shape: element.localName === 'path' || element.localName === 'circle',
      control: element.matches('input, select, textarea'),
    };
    if (style.visibility === 'visible' && width > 0 && height > 0 && Object.values(has).some(Boolean)) {
      const isCut = element.scrollWidth > element.clientWidth + 1 && has.text && style.display !== 'inline';
      const name = `${element.localName}${[...element.classList].map((each) => `.${each}`).join('')}`;
      painted.push([
        `${name} ${text.slice(0, 60)}`.trim(),
        [Math.round(x), Math.round(y), Math.round(width), Math.round(height)],
        [
          has.text || has.control
            ? `${style.color} ${style.fontSize} ${style.fontWeight} ${style.textAlign}`
            : '',
          has.background ? style.backgroundColor : '',
          has.border
            ? `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor} ${style.borderBottomColor}`
            : '',
          has.background || has.border ? style.borderRadius : '',
          has.shape ? `${style.fill} ${style.stroke} ${element.getAttribute('d') ?? ''}` : '',
          style.boxShadow === 'none' ? '' : style.boxShadow,
          style.opacity === '1' ? '' : style.opacity,
          isCut ? 'CUT' : '',
        ].join('|'),
      ]);
    }
    for (const child of element.shadowRoot?.children ?? []) visit(child);
    for (const child of element.children) visit(child);
  };
  visit(document.body);
  return painted;
}

/** Compares two digests of one view. Elements are told apart by what they are, namesakes by their order. Pure. */
export function compareDigests(before: Digest, after: Digest): Difference[] {
  const old = byName(before);
  const now = byName(after);
  const differences: Difference[] = [];
  for (const [key, painted] of old)
    if (!now.has(key)) differences.push({ kind: 'gone', what: painted[0], before: painted });
  for (const [key, painted] of now) {
    const was = old.get(key);
    if (!was) differences.push({ kind: 'new', what: painted[0], after: painted });
    else if (was[2] !== painted[2])
      differences.push({ kind: 'repainted', what: painted[0], before: was, after: painted });
    else if (was[1].some((side, index) => Math.abs(side - (painted[1][index] ?? 0)) > TOLERANCE))
      differences.push({ kind: 'moved', what: painted[0], before: was, after: painted });
  }
  return differences;
}

function byName(digest: Digest): Map<string, Painted> {
  const counts = new Map<string, number>();
  return new Map(
    digest.map((painted) => {
      const count = counts.get(painted[0]) ?? 0;
      counts.set(painted[0], count + 1);
      return [`${painted[0]} #${count}`, painted];
    }),
  );
}

/** A difference in one line. */
export function told({ kind, what, before, after }: Difference): string {
  switch (kind) {
    case 'gone':
    case 'new':
      return `${kind}: ${what}`;
    case 'moved':
      return `moved: ${what}: ${before?.[1].join(' ')} → ${after?.[1].join(' ')}`;
    case 'repainted': {
      const parts = (after?.[2] ?? '').split('|');
      const changed = (before?.[2] ?? '')
        .split('|')
        .flatMap((part, index) =>
          part === parts[index] ? [] : [`${part || 'none'} → ${parts[index] || 'none'}`],
        );
      return `repainted: ${what}: ${changed.join('; ')}`;
    }
    default:
      return kind satisfies never;
  }
}
