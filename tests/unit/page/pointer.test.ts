// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { Pointer } from '../../../utils/page/pointer';
import { labels, seeClosedRoots } from '../vendors/console-harness';
import { layOut, the } from './layout';

let ending: AbortController;
let onDismiss: ReturnType<typeof vi.fn<() => void>>;
let pointer: Pointer;

beforeEach(() => {
  layOut();
  seeClosedRoots();
  ending = new AbortController();
  onDismiss = vi.fn();
  document.body.innerHTML =
    '<main><button id="b">Add</button></main><dialog open><button id="d">Next</button></dialog>';
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(() => the('#b'));
  pointer = new Pointer(document, 'Hide', onDismiss, ending.signal);
});
const host = () => document.querySelector<HTMLElement>('sso-courier');

it('points at a control without touching what is around it', () => {
  const before = document.querySelector('main')?.outerHTML;
  pointer.point(the('#b'), 'Next: Add');
  expect(host()?.parentElement).toBe(document.body);
  expect(host()?.dataset.shown).toBe('true');
  expect(document.querySelector('main')?.outerHTML).toBe(before);
});

it('stands in the dialog that holds the control: what is outside is behind it', () => {
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(() => the('#d'));
  pointer.point(the('#d'), 'Next: Next');
  expect(host()?.parentElement).toBe(the('dialog'));
});

it('hides while something else lies over the control', () => {
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(() => the('#d'));
  pointer.point(the('#b'), 'Next: Add');
  expect(host()?.dataset.shown).toBe('false');
});

it('leaves nothing behind', () => {
  pointer.point(the('#b'), 'Next: Add');
  pointer.clear();
  expect(host()).toBeNull();
  pointer.point(the('#b'), 'Next: Add');
  ending.abort();
  expect(host()).toBeNull();
});

it.each([
  ['lays its label over the region around the control', 'main', 'true'],
  ['lays its label over no other control', '#other', 'false'],
  ['lays its label over no control of ours', '#ours', 'false'],
])('%s', (_what, around, shown) => {
  document.body.innerHTML =
    '<main tabindex="-1"><button id="b" data-box="200,200,80,30">Add</button></main><button id="other">Save</button><sso-courier id="ours"></sso-courier>';
  for (const side of ['clientWidth', 'clientHeight'] as const) {
    vi.spyOn(document.documentElement, side, 'get').mockReturnValue(1000);
  }
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation((x, y) =>
    x >= 200 && x < 280 && y >= 200 && y < 230 ? the('#b') : the(around),
  );
  pointer.point(the('#b'), 'Next: Add');
  expect(labels().map(({ dataset }) => dataset.shown)).toEqual([shown]);
});
