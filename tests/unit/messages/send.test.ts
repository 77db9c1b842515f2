import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Handlers, openDoor } from '../../../utils/messages/door';
import { knock } from '../../../utils/messages/knock';
import { protocol } from '../../../utils/messages/protocol';
import { send } from '../../../utils/messages/send';

const origin = 'chrome-extension://courier';
/** What went over the wire. */
let messages: object[];

beforeEach(() => {
  fakeBrowser.reset();
  messages = [];
  const handlers = Object.fromEntries(
    Object.keys(protocol).map((type) => [type, (data: unknown) => ({ kind: 'done', type, data })]),
  ) as unknown as Handlers;
  openDoor(handlers, { id: 'courier', origin });
  // The fake browser delivers messages without a sender; the real one names the popup.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (
    message: object,
    answer?: (value: unknown) => void,
  ) => {
    messages.push(message);
    const sender = { id: 'courier', url: `${origin}/popup.html`, origin };
    const [value] = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => {});
    answer?.(value);
    return value;
  }) as never);
});

afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(fakeBrowser.runtime, { lastError: undefined });
});

it('the door understands what @webext-core/messaging sends, and its answer is understood', async () => {
  expect(await send('tick', { step: 'save', done: true })).toEqual({
    kind: 'done',
    type: 'tick',
    data: { step: 'save', done: true },
  });
});

it('a gate sends what the library sends, and understands the same answer', async () => {
  const data = { step: 'save', done: true } as const;
  expect(await knock('tick', data)).toEqual(await send('tick', data));
  const [knocked, sent] = messages.map((message) =>
    Object.fromEntries(Object.entries(message).map(([key, value]) => [key, typeof value])),
  );
  expect(knocked).toEqual(sent);
});

it.each([
  ['nobody answers', undefined, 'No response'],
  ['nobody is there', { message: 'Receiving end does not exist.' }, 'Receiving end does not exist.'],
])('a gate is told where %s', async (_where, lastError, said) => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(((_: object, hear: () => void) =>
    hear()) as never);
  Object.assign(fakeBrowser.runtime, { lastError });
  await expect(knock('bringPart', { because: 'opened' })).rejects.toThrow(said);
});

it('a gate is told where the extension was updated under its page', async () => {
  vi.spyOn(fakeBrowser, 'runtime', 'get').mockReturnValue(undefined as never);
  await expect(knock('bringPart', { because: 'opened' })).rejects.toThrow(TypeError);
});
