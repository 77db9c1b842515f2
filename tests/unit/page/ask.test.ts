import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askWith, lastFault } from '../../../utils/page/ask';

const stopped = new Error('The message port closed before a response was received.');
const cutOff = new Error('Extension context invalidated.');
const done = { kind: 'done' };

function asking(...answers: unknown[]) {
  const send = vi.fn(async (): Promise<unknown> => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const onSilent = vi.fn();
  return { send, onSilent, ask: askWith(send as never, onSilent) };
}

/** A port that nobody takes. */
const port = () => ({ onDisconnect: { addListener: (hear: () => void) => queueMicrotask(hear) } }) as never;

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation(port);
});

describe('asking the background', () => {
  it('asks once more when the background was stopped in the middle of an answer', async () => {
    const { ask, send, onSilent } = asking(stopped, done);
    expect(await ask('vendorContext', undefined)).toEqual(done);
    expect(send).toHaveBeenCalledTimes(2);
    expect(onSilent).not.toHaveBeenCalled();
  });

  it('gives up after that, and stays in the page', async () => {
    const { ask, send, onSilent } = asking(stopped, stopped, done);
    expect(await ask('vendorContext', undefined)).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(2);
    expect(onSilent).not.toHaveBeenCalled();
    expect(await ask('vendorContext', undefined)).toEqual(done);
  });

  it('is not asked again before the port to it has closed', async () => {
    const { ask, send } = asking(stopped, done);
    let close = () => {};
    const opened = vi.spyOn(fakeBrowser.runtime, 'connect').mockReturnValue({
      onDisconnect: {
        addListener: (hear: () => void) => {
          close = hear;
        },
      },
    } as never);
    const answer = ask('vendorContext', undefined);
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledTimes(1);
    close();
    expect(await answer).toEqual(done);
  });

  it('is not asked again in a frame that has gone, where Firefox throws', async () => {
    const { ask, send } = asking(stopped, done);
    vi.spyOn(fakeBrowser.runtime, 'connect').mockImplementation(() => {
      throw new Error('NS_ERROR_NOT_INITIALIZED');
    });
    expect(await ask('vendorContext', undefined)).toBeUndefined();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each(['requestFill', 'openConsentLink', 'openFix'] as const)('never does %s twice', async (type) => {
    const { ask, send } = asking(stopped, done);
    await ask(type, undefined as never);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('falls silent when the extension was updated under the page', async () => {
    const { ask, send, onSilent } = asking(cutOff, done);
    expect(await ask('vendorContext', undefined)).toBeUndefined();
    expect(onSilent).toHaveBeenCalledOnce();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['dropped', { kind: 'dropped', reason: 'failed' }, { kind: 'dropped', reason: 'failed' }],
    ['not answered', undefined, { kind: 'unreachable' }],
    ['cut short', stopped, { kind: 'unreachable' }],
  ])('remembers a request that was %s, for the line for support', async (_how, answer, fault) => {
    const { ask } = asking(answer);
    expect(await ask('requestFill', { whenFilled: 'ask' })).toBeUndefined();
    await asking(undefined).ask('vendorContext', undefined);
    expect(lastFault('requestFill')).toEqual({ asked: 'requestFill', answer: fault, at: expect.any(Date) });
  });

  it('falls silent when the runtime is gone, whatever the error says', async () => {
    const id = vi.spyOn(fakeBrowser.runtime, 'id', 'get' as never).mockReturnValue(undefined as never);
    const { ask, onSilent } = asking(stopped);
    await ask('vendorContext', undefined);
    expect(onSilent).toHaveBeenCalledOnce();
    id.mockRestore();
  });
});
