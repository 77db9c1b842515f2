// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Button } from '../../../components/button';
import type { AnswerOf, MessageType } from '../../../utils/messages/protocol';
import { draw } from './draw';
import { viewNamed as view } from './states';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const cancel = () => screen.queryByRole('button', { name: 'Cancel' });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('a button whose deed takes long', () => {
  test('offers to cancel after three seconds and no longer than it lasts', async () => {
    const onCancel = vi.fn();
    const { promise, resolve } = Promise.withResolvers<void>();
    render(
      <Button onPress={() => promise} onCancel={onCancel}>
        Look it up
      </Button>,
    );
    fireEvent.click(button('Look it up'));
    await pass(2_900);
    expect(cancel()).toBeNull();
    await pass(200);
    expect(document.body.textContent).toContain('Still waiting…');
    fireEvent.click(button('Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
    resolve();
    await pass(0);
    expect(cancel()).toBeNull();
  });
});

describe('what was cancelled is said with what was not done and how to try again', () => {
  test.each<[MessageType, string, string]>([
    ['fillForm', 'Fill Kandji form', 'Nothing was filled; the values are still held.'],
    ['askMicrosoft', 'Ask Microsoft', 'the secret value is not checked; the values are still held.'],
    ['runCheck', 'Check the values', 'The domain was not looked up; the values are still held.'],
  ])('%s', async (type, name, words) => {
    const cancelled = { kind: 'cancelled' } as AnswerOf<MessageType>;
    draw(view('bothHeld'), { [type]: cancelled });
    fireEvent.click(button(name));
    await pass(0);
    expect(document.body.textContent).toContain(words);
    expect(document.body.textContent).toContain(`Press ${name} to try again.`);
  });
});

test('a sign-in test under way can be stopped', async () => {
  const { asked } = draw(view('testRunning'));
  fireEvent.click(button('Stop the test'));
  await pass(0);
  expect(asked).toEqual([{ type: 'cancel', data: { deed: 'startTest' } }]);
  expect(document.body.textContent).toContain('Cancelled. The sign-in was not tested.');
});
