// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PasteBox } from '../../../components/paste-box';
import type { PasteAnswer } from '../../../utils/messages/protocol';
import { type Answers, answering, draw } from './draw';
import { viewNamed } from './states';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const SECRET = 'PC4'.concat('8Q~', 'not-a-real-secret-value-000000000');

function paste(
  kind: 'clientId' | 'secretValue' | 'directoryDomain',
  answer: Answers['pasteValue'],
  text: string,
) {
  const { ask, asked } = answering(answer && { pasteValue: answer });
  const { rerender } = render(<PasteBox kind={kind} ask={ask} />);
  const field = document.querySelector('input');
  if (!field) throw new Error('no field');
  fireEvent.change(field, { target: { value: text } });
  fireEvent.submit(field.closest('form') as HTMLFormElement);
  return { asked, field, redraw: () => rerender(<PasteBox kind={kind} ask={ask} />) };
}

const everything = () =>
  `${document.documentElement.outerHTML} ${[...document.querySelectorAll('input')].map(({ value }) => value)}`;

describe('the secret value', () => {
  const answers: [name: string, answer: Answers['pasteValue']][] = [
    ['held', { kind: 'held' }],
    ['refused', { kind: 'refused', reason: { kind: 'notASecretValue', fault: 'tooShort' } }],
    ['asked about', { kind: 'askReplace', hint: 'Ab1', description: 'Older' }],
    ['dropped', { kind: 'dropped' }],
    ['lost on the way', { kind: 'unreachable' }],
  ];
  test.each(answers)('is never in the document once it was %s', async (_name, answer) => {
    const { asked, field } = paste('secretValue', answer, SECRET);
    expect(field.value).toBe('');
    await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
    expect(asked[0]).toEqual({
      type: 'pasteValue',
      data: { kind: 'secretValue', text: SECRET, whenHeld: 'ask' },
    });
    expect(everything()).not.toContain(SECRET);
  });

  test('goes into a password field that browsers do not remember', () => {
    const { ask } = answering();
    render(<PasteBox kind="secretValue" ask={ask} />);
    const field = screen.getByLabelText('Secret value');
    expect(field.getAttribute('type')).toBe('password');
    expect(field.getAttribute('autocomplete')).toBe('off');
    expect(field.hasAttribute('value')).toBe(false);
  });

  test('replaces the held one only when the admin says so', async () => {
    const { asked } = paste('secretValue', { kind: 'askReplace', hint: 'Ab1', description: 'Older' }, SECRET);
    const replace = await screen.findByRole('button', { name: 'Replace' });
    expect(screen.getByRole('status').textContent).toContain('Ab1… (Older)');
    fireEvent.click(replace);
    await waitFor(() =>
      expect(asked[1]?.data).toEqual({ kind: 'secretValue', text: SECRET, whenHeld: 'replace' }),
    );
  });

  test('is dropped when the held one is kept', async () => {
    const { asked } = paste('secretValue', { kind: 'askReplace', hint: 'Ab1' }, SECRET);
    fireEvent.click(await screen.findByRole('button', { name: 'Keep the held one' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toContain('What you pasted was dropped'),
    );
    expect(screen.queryByRole('button', { name: 'Replace' })).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test('is dropped when the question stays open for a minute, however often the view is drawn', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { redraw } = paste('secretValue', { kind: 'askReplace', hint: 'Ab1' }, SECRET);
    await screen.findByRole('button', { name: 'Replace' });
    for (let second = 0; second < 61; second += 1) {
      act(() => vi.advanceTimersByTime(1_000));
      redraw();
    }
    expect(screen.queryByRole('button', { name: 'Replace' })).toBeNull();
  });
});

type Refusal = Extract<PasteAnswer, { kind: 'refused' }>['reason'];

describe('a refusal is said in words', () => {
  const refusals: [reason: Refusal, words: string][] = [
    [{ kind: 'notASecretValue', fault: 'empty' }, 'box was empty'],
    [{ kind: 'notASecretValue', fault: 'secretId' }, 'This is the Secret ID'],
    [{ kind: 'notASecretValue', fault: 'masked' }, 'masked'],
    [{ kind: 'notASecretValue', fault: 'cut' }, 'cut off'],
    [{ kind: 'notASecretValue', fault: 'tooShort' }, 'too short'],
    [{ kind: 'notASecretValue', fault: 'tooLong' }, 'too long'],
    [{ kind: 'notASecretValue', fault: 'severalValues' }, 'more than one value'],
    [{ kind: 'notASecretValue', fault: 'unprintable' }, 'characters that no secret value has'],
    [{ kind: 'notAClientId', is: 'objectId' }, 'This is the object ID'],
    [{ kind: 'notAClientId', is: 'tenantId' }, 'This is the directory (tenant) ID'],
    [{ kind: 'notAClientId', is: 'otherText' }, 'not a client ID'],
    [
      { kind: 'otherDirectory', held: 'contoso.com', page: 'fabrikam.com' },
      'another directory (fabrikam.com)',
    ],
    [{ kind: 'memoryRefused' }, 'nothing was written to disk'],
    [{ kind: 'notADomain' }, 'not a domain name'],
    [{ kind: 'notADay' }, 'Choose the day'],
    [{ kind: 'noClientId' }, 'client ID first'],
  ];
  test.each(refusals)('%j', async (reason, words) => {
    paste('clientId', { kind: 'refused', reason } as PasteAnswer, 'some text');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(words));
    expect(screen.getByRole('status').textContent).toMatch(/^Not (held|used)\. /);
  });
});

test('a client ID that was refused stays in the box to be corrected, one that was held leaves it', async () => {
  const refused = paste(
    'clientId',
    { kind: 'refused', reason: { kind: 'notAClientId', is: 'otherText' } },
    'abc',
  );
  await waitFor(() => expect(refused.field.getAttribute('aria-invalid')).toBe('true'));
  expect(refused.field.value).toBe('abc');
  cleanup();
  const held = paste('clientId', { kind: 'held' }, '5b0d1a52-6c0f-4f0e-9f0e-0e3c1b2a7d11');
  await waitFor(() => expect(held.field.value).toBe(''));
});

test.each([
  ['clientIdHeld', /^Copy the client ID/, 'Application (client) ID'],
  ['secretStep', undefined, 'Secret value'],
  ['domainMissing', undefined, 'Directory domain'],
])('%s offers a box as the way out', (name, step, label) => {
  draw(viewNamed(name));
  if (step) fireEvent.click(screen.getByRole('button', { name: step }));
  expect(screen.getByLabelText(label)).toBeTruthy();
});
