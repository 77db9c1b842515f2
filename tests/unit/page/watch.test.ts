// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createButton, placeBeside } from '../../../utils/page/button';
import { type DomChange, nextFrame, watchDom } from '../../../utils/page/watch';
import { setStage } from './pressing';

let ending: AbortController;
const changes: DomChange[] = [];
const settled = async () => {
  for (let i = 0; i < 3; i++) await new Promise<void>((resolve) => nextFrame(document, resolve));
};
const add = (html: string, parent: Element = document.body) => {
  const element = document.createElement('div');
  element.innerHTML = html;
  parent.append(element);
  return element;
};

const pointAt = (element: Element) =>
  element.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));

beforeEach(async () => {
  setStage();
  document.body.innerHTML = '<p id="there">there</p>';
  ending = new AbortController();
  changes.length = 0;
  watchDom(document, ending.signal, (change) => void changes.push(change));
  await settled();
});

afterEach(() => ending.abort());

describe('watching a document', () => {
  it('reports what is there first', () => {
    expect(changes.map(({ changed }) => changed)).toEqual([[document.documentElement]]);
  });

  it('reports what came once a frame, outermost elements only', async () => {
    const outer = add('');
    const inner = add('x', outer);
    const other = add('y');
    await settled();
    expect(changes).toHaveLength(2);
    expect(changes[1]?.changed).toEqual([outer, other]);
    expect(changes[1]?.changed).not.toContain(inner);
  });

  it.each<[string, (element: Element) => void]>([
    ['a text', (element) => ((element.firstChild as Text).data = 'new')],
    ['a text node', (element) => (element.textContent = 'new')],
    ['a title', (element) => element.setAttribute('title', 'new')],
    ['a field', (element) => element.setAttribute('value', 'new')],
  ])('reports %s that changed', async (_name, change) => {
    const there = document.getElementById('there') as Element;
    change(there);
    await settled();
    expect(changes[1]?.changed).toEqual([there]);
  });

  it('says when something may have been shown, hidden or removed', async () => {
    document.body.className = 'x';
    await settled();
    expect(changes[1]).toMatchObject({
      changed: [],
      mayHaveMoved: true,
      moved: [document.body],
      entered: [],
    });
    document.getElementById('there')?.remove();
    await settled();
    expect(changes[2]?.mayHaveMoved).toBe(true);
  });

  it('does not report what we put into the page', async () => {
    const button = createButton(document, { label: 'x', onPress: () => {} });
    placeBeside(button, document.getElementById('there') as Element);
    button.setStatus('held');
    await settled();
    expect(changes).toHaveLength(1);
    button.remove();
  });

  it('sees into open shadow roots, nested and attached late', async () => {
    const host = add('<x-a></x-a>').querySelector('x-a') as Element;
    await settled();
    const outer = host.attachShadow({ mode: 'open' });
    outer.innerHTML = '<x-b></x-b>';
    pointAt(host);
    await vi.waitFor(() => expect(changes.flatMap(({ changed }) => changed)).toContain(host), 3000);
    expect(changes.flatMap(({ entered }) => entered)).toContain(outer);
    const inner = (outer.querySelector('x-b') as Element).attachShadow({ mode: 'open' });
    pointAt(host);
    await vi.waitFor(
      () => expect(changes.flatMap(({ changed }) => changed)).toContain(outer.querySelector('x-b')),
      3000,
    );
    const text = document.createElement('p');
    inner.append(text);
    await vi.waitFor(() => expect(changes.flatMap(({ changed }) => changed)).toContain(text), 3000);
  });

  it.each<[string, (input: Element) => void]>([
    ['right after it came', () => {}],
    ['while the page goes on changing', () => add('x')],
    ['before the pointer comes near', pointAt],
    ['before it is focused', (input) => input.dispatchEvent(new Event('focusin', { bubbles: true }))],
  ])('sees a text field filled by property %s', async (when, happen) => {
    const input = add('<input readonly>').querySelector('input') as HTMLInputElement;
    await settled();
    if (when !== 'right after it came') await new Promise((resolve) => setTimeout(resolve, 600));
    input.value = 'late';
    happen(input);
    await vi.waitFor(() => expect(changes.at(-1)?.changed).toEqual([input]), 3000);
  });

  it('has room for such a field on a page with thousands of check boxes', async () => {
    add('<input type="checkbox">'.repeat(2500));
    const input = add('<input readonly>').querySelector('input') as HTMLInputElement;
    await settled();
    input.value = 'late';
    await vi.waitFor(() => expect(changes.at(-1)?.changed).toEqual([input]), 3000);
  });

  it('sees a text field that is filled by property some time after anything happened', async () => {
    const input = add('<input readonly>').querySelector('input') as HTMLInputElement;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    input.value = 'late';
    await vi.waitFor(() => expect(changes.at(-1)?.changed).toEqual([input]), 3000);
  });

  it('does nothing on a page where nothing happens', async () => {
    const input = add('<input readonly>').querySelector('input') as HTMLInputElement;
    // As long as the last of the looks for what comes without an event.
    await new Promise((resolve) => setTimeout(resolve, 4500));
    const later = window.setTimeout.bind(window);
    const timers = [vi.spyOn(window, 'setTimeout'), vi.spyOn(window, 'setInterval')];
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    input.value = 'unseen';
    await new Promise((resolve) => later(resolve, 600));
    expect(changes).toHaveLength(2);
    for (const spy of [...timers, frames]) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('ends with its signal', async () => {
    ending.abort();
    add('x');
    await settled();
    expect(changes).toHaveLength(1);
  });

  it('cuts long work into slices and starts no second job meanwhile', async () => {
    ending.abort();
    ending = new AbortController();
    const frames: number[] = [];
    let running = 0;
    let most = 0;
    let frame = 0;
    const count = () => {
      frame += 1;
      if (frame < 60) window.requestAnimationFrame(count);
    };
    count();
    watchDom(document, ending.signal, function* () {
      running += 1;
      most = Math.max(most, running);
      for (let i = 0; i < 6; i++) {
        const start = performance.now();
        while (performance.now() - start < 6);
        frames.push(frame);
        yield;
      }
      running -= 1;
    });
    await vi.waitFor(() => expect(frames).toHaveLength(6), 3000);
    expect(new Set(frames).size).toBeGreaterThan(1);
    expect(most).toBe(1);
  });
});

describe('a control that the page’s rebuild takes out', () => {
  const host = document.createElement('sso-courier');
  const rebuild = () => {
    document.body.innerHTML = '<p id="there">there</p>';
  };
  let costMs = 0;
  const putBack = () => {
    const end = performance.now() + costMs;
    while (performance.now() < end);
    document.getElementById('there')?.after(host);
  };

  beforeEach(async () => {
    ending.abort();
    ending = new AbortController();
    costMs = 0;
    watchDom(document, ending.signal, () => putBack(), { controls: () => [{ host }] });
    await settled();
    expect(host.isConnected).toBe(true);
  });

  it('is back before the next frame, once a frame', async () => {
    rebuild();
    await Promise.resolve();
    expect(host.isConnected).toBe(true);
    rebuild();
    await Promise.resolve();
    expect(host.isConnected).toBe(false);
    await settled();
    expect(host.isConnected).toBe(true);
  });

  it('is waited for when the page comes back in a later turn, however much there was to do before', async () => {
    costMs = 4;
    for (let round = 0; round < 10; round++) {
      document.body.replaceChildren();
      await settled();
      expect(host.isConnected).toBe(false);
      rebuild();
      await settled();
      expect(host.isConnected, `round ${round}`).toBe(true);
    }
  });
});
