// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageContext } from '../../../utils/page/context';
import { takeReport } from '../../../utils/page/take-report';
import { live, type Stage, setStage, trusted } from './pressing';

let stage: Stage;
let sent: { type: string; text: string }[];

const page = (change: Partial<Record<'innerWidth', number>> = {}): PageContext => ({
  document,
  window: new Proxy(window, {
    get: (target, name, self) =>
      name === 'top' ? self : name in change ? change[name as 'innerWidth'] : Reflect.get(target, name),
  }) as unknown as PageContext['window'],
  send: (async (type: string, { text }: { text: string }) => {
    sent.push({ type, text });
    return { kind: 'done' };
  }) as unknown as PageContext['send'],
});
const take = (context = page()) =>
  takeReport(context, { isLabel: () => false, where: async () => ({ page: 'secrets' }) });
const press = () =>
  document
    .querySelector('p')
    ?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })));

beforeEach(() => {
  stage = setStage();
  sent = [];
  document.body.innerHTML = '<p>Ada</p>';
});

describe('taking a page report', () => {
  it('says what to press, and hands over the report with the pressed element marked', async () => {
    const taken = take();
    expect(live(stage)).toEqual([expect.stringMatching(/^status: Press the value/)]);
    press();
    await taken;
    expect(sent.map(({ type }) => type)).toEqual(['pageReported']);
    expect(JSON.parse(sent[0]?.text ?? '')).toMatchObject({
      page: 'secrets',
      tree: { children: [{}, { children: [{ tag: 'p', pointed: true, children: ['{words 1#1}'] }] }] },
    });
    expect(live(stage)).toEqual([expect.stringMatching(/^status: The page report is ready/)]);
  });

  it('takes none in a frame of no size', async () => {
    await take(page({ innerWidth: 0 }));
    expect(live(stage)).toEqual([]);
  });

  it('stops where another frame was pressed, and where it is started again', async () => {
    const first = take();
    const second = take();
    await first;
    (globalThis as { ssoCourierReport?: { stop(): void } }).ssoCourierReport?.stop();
    await second;
    expect(sent).toEqual([]);
    expect(document.querySelectorAll('sso-courier')).toHaveLength(0);
  });
});
