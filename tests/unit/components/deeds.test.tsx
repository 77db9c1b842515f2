// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answers, draw } from './draw';
import { CLIENT_ID, NOW, viewNamed as view } from './states';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('what came of a button', () => {
  const said: [name: string, button: string, answers: Parameters<typeof draw>[1], ...texts: string[]][] = [
    [
      'readyToFill',
      'Fill Kandji form',
      {
        fillForm: {
          kind: 'filled',
          fields: [
            { field: 'clientId', outcome: 'filled', label: 'Client ID' },
            { field: 'secretValue', outcome: 'reverted' },
          ],
        },
      },
      'Filled: Client ID.',
      'Not taken by the page, type it yourself: Client secret.',
    ],
    [
      'readyToFill',
      'Fill Kandji form',
      { fillForm: { kind: 'noForm', opened: false } },
      'No connection form is open',
    ],
    ['readyToFill', 'Fill Kandji form', { fillForm: { kind: 'wrongPage' } }, 'another Kandji tenant'],
    [
      'readyToFill',
      'Fill Kandji form',
      { fillForm: { kind: 'otherDirectory', domain: 'fabrikam.com' } },
      'fabrikam.com',
    ],
    [
      'readyToFill',
      'Fill Kandji form',
      { fillForm: { kind: 'blocked', host: 'acme.kandji.io' } },
      'runtime_allowed_hosts',
    ],
    [
      'readyToFill',
      'Fill Kandji form',
      { fillForm: { kind: 'nothingHeld', missing: ['secretValue'] } },
      'the secret value is not held',
    ],
    ['readyToFill', 'Fill Kandji form', { fillForm: { kind: 'dropped' } }, 'Nothing was changed'],
    ['readyToFill', 'Fill Kandji form', { fillForm: { kind: 'unreachable' } }, 'did not answer'],
    [
      'saved',
      'Open consent link',
      { openConsentLink: { kind: 'refused', host: 'evil.example' } },
      'Not opened: evil.example',
    ],
    ['saved', 'Open consent link', { openConsentLink: { kind: 'unreachable' } }, 'did not answer'],
    ['tenantChosen', 'Take me there', { takeMeThere: { kind: 'notKnown' } }, 'address is not known yet'],
    [
      'beforeTest',
      'Test sign-in in a private window',
      { startTest: { kind: 'noTenant' } },
      'No test was started',
    ],
    [
      'beforeTest',
      'Test sign-in in a private window',
      { startTest: { kind: 'privateWindowsOff', why: 'off', address: 'https://acme.eu.kandji.io/' } },
      'https://acme.eu.kandji.io/',
    ],
    ['readyToFill', 'Clear', {}, 'Cleared.'],
  ];
  test.each(said)('%s: %s', async (name, label, answers, ...texts) => {
    draw(view(name), answers);
    fireEvent.click(button(label));
    const footer = screen.getByRole('contentinfo');
    for (const expected of texts) await waitFor(() => expect(footer.textContent).toContain(expected));
    fireEvent.click(button('Dismiss'));
    for (const expected of texts) expect(footer.textContent).not.toContain(expected);
  });

  test('a form that holds a secret is overwritten only on request', async () => {
    const { asked } = draw(view('readyToFill'), { fillForm: { kind: 'holdsSecret' } });
    fireEvent.click(button('Fill Kandji form'));
    fireEvent.click(await screen.findByRole('button', { name: 'Overwrite' }));
    await waitFor(() => expect(asked[1]).toEqual({ type: 'fillForm', data: { whenFilled: 'overwrite' } }));
    fireEvent.click(await screen.findByRole('button', { name: 'Leave as it is' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Overwrite' })).toBeNull());
    expect(asked).toHaveLength(2);
  });

  test('where several app registrations match, the admin chooses before anything is filled', async () => {
    const candidates = [
      { clientId: CLIENT_ID, appName: 'Kandji', capturedAt: NOW },
      { clientId: 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42', capturedAt: NOW },
    ];
    const { asked } = draw(view('readyToFill'), { fillForm: { kind: 'choose', candidates } });
    fireEvent.click(button('Fill Kandji form'));
    fireEvent.click(await screen.findByRole('button', { name: 'App registration (c2a1f7de…0b42)' }));
    await waitFor(() =>
      expect(asked.map(({ type }) => type)).toEqual(['fillForm', 'chooseHandoff', 'fillForm']),
    );
    expect(asked[1]?.data).toEqual({ clientId: 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42' });
  });
});

test('a request that was not carried out has a line for support, to be copied', async () => {
  const details = 'SSO Courier 0.1.0, chrome: fillForm, failed (RangeError), 2026-11-20T12:00:00.000Z';
  const { copied } = draw(view('readyToFill'), { fillForm: { kind: 'dropped', details } });
  fireEvent.click(button('Fill Kandji form'));
  fireEvent.click(await screen.findByText('Details for support'));
  fireEvent.click(button('Copy details'));
  await screen.findByText('Copied.');
  expect(copied).toEqual([details]);
});

test('a form that was not carried out has it too, until one is', async () => {
  const details = 'SSO Courier 0.1.0, chrome: chooseVendorTenant, failed, 2026-11-20T12:00:00.000Z';
  const answers: Answers = { chooseVendorTenant: { kind: 'dropped', details } };
  const { copied } = draw(view('empty'), answers);
  const submit = () =>
    fireEvent.submit(screen.getByRole('textbox', { name: /address/i }).closest('form') as HTMLFormElement);
  submit();
  fireEvent.click(await screen.findByText('Details for support'));
  fireEvent.click(button('Copy details'));
  await screen.findByText('Copied.');
  expect(copied).toEqual([details]);
  answers.chooseVendorTenant = { kind: 'refused', fault: 'notAllowed' };
  submit();
  await waitFor(() => expect(screen.queryByText('Details for support')).toBeNull());
});
