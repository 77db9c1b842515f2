// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { AskMicrosoft } from '../../../components/ask-microsoft';
import type { MicrosoftAnswer } from '../../../utils/entra/token-answer';
import { microsoftWords } from '../../../utils/words/microsoft';
import { draw } from './draw';
import { asked as askedState, microsoftAnswers } from './later-states';
import { bothHeld, clientIdHeld } from './parts';
import { viewNamed as view } from './states';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const text = () => document.body.textContent ?? '';
const nothing = () => {};

describe('before Microsoft is asked', () => {
  test('it is said where the values go and that the log shows it', async () => {
    const { asked } = draw(view('bothHeld'));
    expect(text()).toContain('to Microsoft and nowhere else');
    expect(text()).toContain('sign-in log');
    expect(asked).toEqual([]);
    fireEvent.click(button('Ask Microsoft'));
    await waitFor(() => expect(asked).toEqual([{ type: 'askMicrosoft', data: undefined }]));
  });

  const { directoryDomain: _unknown, ...nowhere } = bothHeld;
  test.each([
    ['no secret value', clientIdHeld, 'Needs the secret value'],
    ['no directory', nowhere, 'Needs the directory domain'],
  ])('it cannot be with %s', async (_name, handoff, reason) => {
    let presses = 0;
    render(
      <AskMicrosoft
        onCancel={nothing}
        allowed="allowed"
        handoff={handoff}
        onAsk={async () => void presses++}
      />,
    );
    fireEvent.click(button('Ask Microsoft'));
    expect(text()).toContain(reason);
    expect(presses).toBe(0);
  });

  test('the organisation may have switched it off', () => {
    render(
      <AskMicrosoft
        onCancel={nothing}
        allowed="off"
        handoff={bothHeld}
        onAsk={async () => expect.unreachable()}
      />,
    );
    fireEvent.click(button('Ask Microsoft'));
    expect(text()).toContain('Switched off by your organisation');
  });

  test('the directory is known by its ID, too', () => {
    render(
      <AskMicrosoft
        onCancel={nothing}
        allowed="allowed"
        handoff={{ ...nowhere, tenantId: '6d0b21b5-3ba2-4a0b-9f6f-1d5c2f3a4b5c' }}
        onAsk={async () => undefined}
      />,
    );
    expect(button('Ask Microsoft').getAttribute('aria-disabled')).toBeNull();
  });
});

test('progress shows while Microsoft is asked, and the answer is read out after it', async () => {
  let settle = () => {};
  const onAsk = () => new Promise<void>((resolve) => (settle = resolve));
  const { rerender } = render(
    <AskMicrosoft onCancel={nothing} allowed="allowed" handoff={bothHeld} onAsk={onAsk} />,
  );
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.click(button('Ask Microsoft'));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Asking Microsoft…'));
  expect(button('Ask Microsoft').getAttribute('aria-busy')).toBe('true');
  settle();
  const answered = { ...bothHeld, microsoft: { answer: { kind: 'works' }, at: 0, pending: false } } as const;
  rerender(<AskMicrosoft onCancel={nothing} allowed="allowed" handoff={answered} onAsk={onAsk} />);
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Microsoft accepts'));
});

describe('every answer of Microsoft’s', () => {
  test.each(microsoftAnswers.map((answer) => [JSON.stringify(answer), answer] as const))(
    '%s: what it means and what to do',
    (_name, answer) => {
      draw(askedState(answer));
      const { text: what, fix, link } = microsoftWords(answer);
      expect(`${what}${fix}${link?.label}`).not.toMatch(/\[object|AADSTSundefined/);
      expect(text()).toContain(what);
      if (answer.kind !== 'works') expect(text()).toContain((fix ?? '').replaceAll('**', ''));
      if (link) expect(screen.getByRole('link', { name: link.label }).getAttribute('href')).toBe(link.href);
    },
  );

  const said: [answer: MicrosoftAnswer, ...texts: string[]][] = [
    [{ kind: 'headerFault' }, 'Our own request was at fault, not the secret'],
    [{ kind: 'policy', code: '53003' }, 'AADSTS53003', 'says nothing about the secret'],
    [{ kind: 'cannotTell', code: '7000229', traceId: 'abc' }, 'AADSTS7000229', 'trace ID abc'],
    [{ kind: 'unreachable' }, 'Could not reach Microsoft', 'The values are kept'],
    [
      { kind: 'keptOut', host: 'login.microsoftonline.us' },
      'keeps SSO Courier out',
      '"runtime_allowed_hosts": ["https://login.microsoftonline.us"]',
    ],
  ];
  test.each(said)('%j', (answer, ...texts) => {
    const { text: what, fix } = microsoftWords(answer);
    for (const expected of texts) expect(`${what} ${fix}`).toContain(expected);
  });

  test('an unknown code links to Microsoft’s page on it, and one without a code to nothing', () => {
    expect(microsoftWords({ kind: 'cannotTell', code: '7000229' }).link?.href).toBe(
      'https://login.microsoftonline.com/error?code=7000229',
    );
    expect(microsoftWords({ kind: 'cannotTell' }).link).toBeUndefined();
  });

  const wayOut: [answer: MicrosoftAnswer, step: string][] = [
    [{ kind: 'wrongSecret' }, 'newSecret'],
    [{ kind: 'expired' }, 'newSecret'],
    [{ kind: 'appNotFound' }, 'clientId'],
    [{ kind: 'appDisabled' }, 'clientId'],
  ];
  test.each(wayOut)('%j is put right in the portal', async (answer, step) => {
    const { asked } = draw(askedState(answer));
    fireEvent.click(button('Take me there'));
    await waitFor(() => expect(asked).toEqual([{ type: 'takeMeThere', data: { step } }]));
  });

  test('a directory that is not known is entered anew', () => {
    draw(askedState({ kind: 'directoryNotFound' }));
    expect(screen.getByLabelText('Directory domain')).toBeTruthy();
  });
});

describe('a secret that was made a moment ago', () => {
  test('is not called wrong while Microsoft is asked again by itself', () => {
    draw(view('microsoftPending'));
    expect(text()).toContain('A new secret can take up to a minute. Microsoft is asked again by itself.');
    expect(text()).not.toContain('does not accept');
    expect(button('Check the values (ready)')).toBeTruthy();
  });

  test('is called wrong when that was the last time', () => {
    draw(askedState({ kind: 'wrongSecret' }));
    expect(text()).toContain('Microsoft does not accept the held values.');
    expect(text()).not.toContain('asked again by itself');
    expect(button('Check the values (problem)')).toBeTruthy();
  });
});
