// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createButton, type OnPageButton, placeAgain, placeBeside } from '../../../utils/page/button';
import { setStage } from './pressing';

type Box = [left: number, top: number, width: number, height: number];
/** Boxes by element; of the button, by where it stands. */
let boxes: (element: Element) => Box;

beforeEach(() => {
  setStage();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(...boxes(this));
  });
});

const PAGE: Box = [0, 0, 1000, 1000];
const page = (cell = '') =>
  `<main><div role="grid"><div role="row" style="display:flex"><div role="gridcell" style="overflow:hidden"><span id="value">v</span>${cell}</div></div></div></main>`;

async function placeOn(
  html: string,
  boxOf: (place: string | undefined, element: Element) => Box | undefined,
): Promise<OnPageButton> {
  document.body.innerHTML = html;
  const button = createButton(document, { label: 'Copy', context: 'Kandji SSO', onPress: () => {} });
  boxes = (element) => boxOf(button.host.dataset.place, element) ?? PAGE;
  placeBeside(button, document.getElementById('value') as Element);
  await Promise.resolve();
  return button;
}

/** The button as it would be laid out in a cell of 300 px: after 250 px of value, or on a line below it. */
const inCell =
  (rowHeight: number, width = 120) =>
  (place: string | undefined, element: Element): Box | undefined => {
    const role = element.getAttribute('role');
    if (role === 'gridcell' || role === 'row') return [0, 0, 300, rowHeight];
    if (!element.isConnected || element.id === 'value') return undefined;
    const isOurs = element.getRootNode() !== document || element.localName === 'sso-courier';
    if (!isOurs) return undefined;
    if (place === 'below') return [0, 24, width, 24];
    return place === 'away' ? [0, 200, width, 24] : [250, 0, place === 'compact' ? width / 4 : width, 24];
  };

describe('the place of a button', () => {
  it('is behind the value where there is room', async () => {
    const { host } = await placeOn(page(), inCell(24, 40));
    expect([host.dataset.place, host.previousElementSibling?.id]).toEqual(['beside', 'value']);
  });

  it('is a line below in a cell that grows', async () => {
    const { host } = await placeOn(page(), inCell(60));
    expect([host.dataset.place, host.parentElement?.getAttribute('role')]).toEqual(['below', 'gridcell']);
  });

  it('is behind the value, in short, where the row does not grow', async () => {
    const { host } = await placeOn(page(), inCell(24));
    expect([host.dataset.place, host.previousElementSibling?.id]).toEqual(['compact', 'value']);
  });

  it('is after the grid where the cell has no room at all', async () => {
    const { host } = await placeOn(page(), inCell(24, 400));
    expect([host.dataset.place, host.previousElementSibling?.getAttribute('role')]).toEqual(['away', 'grid']);
  });

  it('stays in its dialog, which is modal: behind it nothing can be pressed', async () => {
    const dialog = `<main><dialog open style="overflow:hidden">${page()}</dialog></main>`;
    const boxOf = inCell(24, 400);
    const { host } = await placeOn(dialog, (place, element) =>
      element.localName === 'dialog' ? [0, 0, 300, 100] : boxOf(place, element),
    );
    expect(host.dataset.place).toBe('away');
    expect(host.closest('dialog')).not.toBeNull();
  });

  it("is not over a control of the console's that shows on hover", async () => {
    const boxOf = inCell(60, 40);
    const hover = '<b></b><button id="hover" style="opacity:0"></button>';
    const { host } = await placeOn(page(hover), (place, element) =>
      element.id === 'hover' ? [260, 0, 20, 20] : boxOf(place, element),
    );
    expect(host.dataset.place).toBe('below');
  });

  it("does not push a control of the console's out of its cell", async () => {
    const boxOf = inCell(60, 40);
    const { host } = await placeOn(page('<b></b><button id="pushed"></button>'), (place, element) =>
      element.id === 'pushed' ? [place === 'beside' ? 290 : 270, 0, 20, 20] : boxOf(place, element),
    );
    expect(host.dataset.place).toBe('below');
  });

  it('keeps its kind over a rebuild, and is not moved when nothing changed', async () => {
    const button = await placeOn(page(), inCell(60));
    const moved = vi.spyOn(button.host, 'remove');
    placeBeside(button, document.getElementById('value') as Element);
    document.body.innerHTML = page();
    placeBeside(button, document.getElementById('value') as Element);
    expect(button.host.dataset.place).toBe('below');
    expect(button.host.isConnected).toBe(true);
    expect(moved).not.toHaveBeenCalled();
  });

  it('is looked for again when the page grows narrower', async () => {
    let width = 40;
    const button = await placeOn(page(), (place, element) => inCell(24, width)(place, element));
    expect(button.host.dataset.place).toBe('beside');
    width = 400;
    placeAgain(button);
    await Promise.resolve();
    expect(button.host.dataset.place).toBe('away');
  });

  it('is asked for all rows at once: no layout between two of them', async () => {
    document.body.innerHTML = `<main>${'<p><span class="value">v</span></p>'.repeat(50)}</main>`;
    const log: string[] = [];
    boxes = () => {
      log.push('read');
      return PAGE;
    };
    for (const value of document.querySelectorAll('.value')) {
      log.push('place');
      placeBeside(createButton(document, { label: 'Copy', onPress: () => {} }), value);
    }
    await Promise.resolve();
    expect(log.lastIndexOf('place')).toBeLessThan(log.indexOf('read'));
  });
});
