// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { Pointer } from '../../../utils/page/pointer';
import { seeClosedRoots } from '../vendors/console-harness';
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
