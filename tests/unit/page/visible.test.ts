// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isPressable } from '../../../utils/page/visible';

const POINT = { x: 20, y: 20 };
let host: HTMLElement;
let control: HTMLElement;
let size = 40;

beforeEach(() => {
  size = 40;
  document.body.innerHTML = '<main><p id="around"></p></main>';
  host = document.createElement('sso-courier');
  const root = host.attachShadow({ mode: 'closed' });
  control = document.createElement('button');
  root.append(control);
  document.getElementById('around')?.append(host);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, 0, size, size),
  );
  // On top is the last element that takes presses and is no wrapper of the host.
  vi.spyOn(Document.prototype, 'elementFromPoint').mockImplementation(
    () =>
      [...document.querySelectorAll<HTMLElement>('.veil')].find(
        ({ style }) => style.pointerEvents === 'auto',
      ) ?? host,
  );
});

const around = () => document.getElementById('around') as HTMLElement;
function veil(where: Element, css: string): void {
  const element = document.createElement('div');
  element.className = 'veil';
  element.style.cssText = `pointer-events: none; visibility: visible; opacity: 1; background-image: none; ${css}`;
  where.append(element);
}

describe('a control', () => {
  it('that is seen, and nothing else, can be pressed', () => {
    expect(isPressable(host, control, POINT)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['is taken out', () => host.remove()],
    ['is not shown', () => (around().style.display = 'none')],
    ['is too small to read', () => (size = 7)],
    ['is see-through', () => (around().style.opacity = '0.4')],
    [
      'is see-through through several ancestors',
      () => {
        around().style.opacity = '0.7';
        document.body.style.opacity = '0.7';
      },
    ],
    ['is filtered to be see-through', () => (around().style.filter = 'opacity(10%)')],
    ['is blurred', () => (around().style.filter = 'blur(20px)')],
    ['is painted over by brightness', () => (around().style.filter = 'brightness(20)')],
    ['is masked', () => (around().style.maskImage = 'linear-gradient(transparent, transparent)')],
    ['lies under a veil', () => veil(document.body, 'background-color: white')],
    [
      'lies under a veil outside of the body',
      () => veil(document.documentElement, 'background-color: white'),
    ],
    ['lies under an image', () => veil(document.body, 'background-image: url(x.png)')],
  ])('that %s cannot', (_how, attack) => {
    attack();
    expect(isPressable(host, control, POINT)).toBe(false);
    document.body.removeAttribute('style');
    for (const each of document.querySelectorAll('.veil')) each.remove();
  });

  it('below a veil that paints nothing can', () => {
    veil(document.body, 'background-color: transparent');
    expect(isPressable(host, control, POINT)).toBe(true);
  });

  it('can be told under names that a page’s form puts before the prototype’s', () => {
    const form = document.createElement('form');
    for (const name of ['style', 'getBoundingClientRect', 'parentNode', 'removeAttribute', 'setAttribute']) {
      Object.defineProperty(form, name, { value: document.createElement('input') });
    }
    Element.prototype.append.call(document.body, form);
    Element.prototype.append.call(form, around());
    expect(isPressable(host, control, POINT)).toBe(true);
  });
});
