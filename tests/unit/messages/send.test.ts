import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, openDoor } from '../../../utils/messages/door';
import { protocol } from '../../../utils/messages/protocol';
import { send } from '../../../utils/messages/send';

beforeEach(() => fakeBrowser.reset());

it('the door understands what @webext-core/messaging sends, and its answer is understood', async () => {
  const origin = 'chrome-extension://courier';
  const handlers = Object.fromEntries(
    Object.keys(protocol).map((type) => [type, (data: unknown) => ({ kind: 'done', type, data })]),
  ) as unknown as Handlers;
  openDoor(handlers, { id: 'courier', origin });
  // The fake browser delivers messages without a sender; the real one names the popup.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(((
    message: unknown,
    answer: (value: unknown) => void,
  ) => {
    const sender = { id: 'courier', url: `${origin}/popup.html`, origin };
    void fakeBrowser.runtime.onMessage
      .trigger(message, sender as never, () => {})
      .then(([value]) => answer(value));
  }) as never);
  expect(await send('tick', { step: 'save', done: true })).toEqual({
    kind: 'done',
    type: 'tick',
    data: { step: 'save', done: true },
  });
});
