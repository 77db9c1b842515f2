// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { deepQueryAll } from '../../../utils/page/tree';

interface Drawn {
  readonly kind: string;
  readonly inside: readonly Drawn[];
  readonly shadow: readonly Drawn[];
}

const kind = fc.constantFrom('wanted', 'left-out', 'other');
const { tree } = fc.letrec<{ tree: Drawn }>((again) => ({
  tree: fc.oneof(
    { depthSize: 'medium' },
    fc.record({ kind, inside: fc.constant([]), shadow: fc.constant([]) }),
    fc.record({
      kind,
      inside: fc.array(again('tree'), { maxLength: 4 }),
      shadow: fc.array(again('tree'), { maxLength: 2 }),
    }),
  ),
}));

let count = 0;
function draw({ kind, inside, shadow }: Drawn): Element {
  const element = document.createElement('div');
  element.className = kind;
  element.id = `e${++count}`;
  element.append(...inside.map(draw));
  if (shadow.length > 0) element.attachShadow({ mode: 'open' }).append(...shadow.map(draw));
  return element;
}

/** As an eye goes through it. */
function wantedBelow(parent: Element | ShadowRoot, isLeftOut: (element: Element) => boolean): string[] {
  const own = parent instanceof Element ? parent.shadowRoot : null;
  const children = [...parent.children].filter((child) => !isLeftOut(child));
  return [
    ...children.flatMap((child) => [
      ...(child.className === 'wanted' ? [child.id] : []),
      ...wantedBelow(child, isLeftOut),
    ]),
    ...(own ? wantedBelow(own, isLeftOut) : []),
  ];
}

const idsOf = (elements: readonly Element[]) => elements.map(({ id }) => id).sort();

beforeEach(() => {
  document.body.replaceChildren();
});

describe('elements of a page, shadow roots included', () => {
  it('are all that match', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (drawn) => {
        const root = draw(drawn);
        document.body.replaceChildren(root);
        expect(idsOf(deepQueryAll(root, '.wanted'))).toEqual(wantedBelow(root, () => false).sort());
      }),
    );
  });

  it('are those outside of what is left out', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (drawn) => {
        const root = draw(drawn);
        document.body.replaceChildren(root);
        const isLeftOut = (element: Element) => element.className === 'left-out';
        expect(idsOf(deepQueryAll(root, '.wanted', '.left-out'))).toEqual(
          wantedBelow(root, isLeftOut).sort(),
        );
      }),
    );
  });

  it('come in the page’s order, whatever is left out between them', () => {
    document.body.innerHTML =
      '<p id="a"></p><ul><li id="b"></li><li class="far"><i id="c"></i></li></ul><p id="d"></p>';
    expect(deepQueryAll(document, '[id]', '.far').map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  });

  it('are those of a shadow root that has come since the turn before', async () => {
    document.body.innerHTML = '<div></div>';
    expect(deepQueryAll(document, 'b')).toEqual([]);
    await Promise.resolve();
    document.body.firstElementChild?.attachShadow({ mode: 'open' }).append(document.createElement('b'));
    expect(deepQueryAll(document, 'b')).toHaveLength(1);
  });
});
