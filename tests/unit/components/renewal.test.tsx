// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { nextStepOf } from '../../../components/next-step';
import { draw } from './draw';
import { CLIENT_ID } from './parts';
import { viewNamed as view } from './states';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const none = (name: string | RegExp) => screen.queryByRole('button', { name });
const text = () => document.body.textContent ?? '';
const connection = { vendorHost: 'acme.eu.kandji.io', clientId: CLIENT_ID };

describe('a renewal', () => {
  test('has a heading and steps of its own', () => {
    draw(view('renewStart'));
    const journey = screen.getByRole('region', { name: /^Renew/ });
    const titles = within(journey)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.step-title')?.textContent);
    expect(titles).toEqual([
      'Create a new client secret',
      'Copy the secret value',
      'Check the values',
      'Replace the secret',
      'Save the connection',
      'Test the sign-in',
      'Delete the old secret',
      'Set the new reminder',
    ]);
    expect(screen.queryByRole('region', { name: /^Set up/ })).toBeNull();
  });

  const shown: [name: string, ...texts: string[]][] = [
    [
      'renewStart',
      'Replaces “Kandji SSO”',
      'expires 7 Dec 2026',
      'Secret ID 08e93f9a-4c24-4924-86bb-6405f8c2b6aa',
      'goes on working until you delete it',
    ],
    ['renewFill', 'press Configure', 'Only the secret changes'],
    ['renewSave', 'signs in with the new secret'],
    ['renewTest', 'Opens acme.eu.kandji.io in a private window'],
    ['renewDelete', 'Safe to delete: “Kandji SSO” (Secret ID 08e93f9a-4c24-4924-86bb-6405f8c2b6aa'],
    ['renewDone', 'All done'],
    ['noTenantRenew', 'Replaces the secret in use'],
  ];
  test.each(shown)('%s in words', (name, ...texts) => {
    draw(view(name));
    for (const expected of texts) expect(text()).toContain(expected);
  });

  test('asks for no consent', () => {
    draw(view('renewFill'));
    expect(none('Open consent link')).toBeNull();
    cleanup();
    draw(view('readyToFill'));
    expect(button('Open consent link')).toBeTruthy();
  });

  test('does not begin with a test of the old secret, and shows none of its verdicts', () => {
    expect(nextStepOf(view('renewStartOldTest'))).toBe('newSecret');
    draw(view('renewTestOldVerdict'));
    expect(text()).not.toContain('The saved secret is wrong or expired');
    expect(text()).toContain('Opens acme.eu.kandji.io in a private window');
    cleanup();
    draw(view('verdict-wrongSecret'));
    expect(text()).toContain('The saved secret is wrong or expired');
  });

  test('the portal’s page of secrets opens where the old one is deleted', async () => {
    const { asked } = draw(view('renewDelete'));
    fireEvent.click(button('Take me there'));
    await waitFor(() => expect(asked).toEqual([{ type: 'takeMeThere', data: { step: 'deleteOldSecret' } }]));
  });
});

describe('the offer to renew', () => {
  test('names the connection and its expiry, and starts on a press', async () => {
    const { asked } = draw(view('renewable'));
    const offer = within(screen.getByRole('region', { name: 'Renew the client secret' }));
    expect(text()).toContain(
      'Kandji signs users in to acme.eu.kandji.io. Its client secret expires 7 Dec 2026.',
    );
    fireEvent.click(offer.getByRole('button', { name: 'Renew this secret' }));
    await waitFor(() => expect(asked).toEqual([{ type: 'startRenewal', data: connection }]));
  });

  test('is made where no expiry is known', () => {
    draw(view('renewableUndated'));
    expect(text()).toContain('When its client secret expires is not known.');
  });

  test('is gone once it was taken', () => {
    draw(view('renewStart'));
    expect(none('Renew this secret')).toBeNull();
  });

  test.each([
    ['notKnown', 'Nothing was started'],
    ['dropped', 'Nothing was changed'],
    ['unreachable', 'did not answer'],
  ] as const)('says why nothing was started: %s', async (kind, words) => {
    draw(view('renewable'), { startRenewal: { kind } });
    fireEvent.click(button('Renew this secret'));
    await waitFor(() => expect(screen.getByRole('contentinfo').textContent).toContain(words));
  });
});

describe('what lasts', () => {
  test('the hand-over record is copied once there is a connection', async () => {
    const { asked, copied } = draw(view('recordAfterTest'));
    fireEvent.click(button('Copy hand-over record'));
    await waitFor(() => expect(text()).toContain('Copied: the hand-over record.'));
    expect(asked).toEqual([{ type: 'handoverRecord', data: connection }]);
    expect(copied).toEqual(['Single sign-on: Kandji']);
    cleanup();
    draw(view('readyToFill'));
    expect(none('Copy hand-over record')).toBeNull();
  });

  test('a record that was not copied is not said to be', async () => {
    draw(view('recordAfterTest'), {}, undefined, 'refused');
    fireEvent.click(button('Copy hand-over record'));
    await waitFor(() => expect(text()).toContain('Nothing was copied'));
    cleanup();
    const { copied } = draw(view('recordAfterTest'), { handoverRecord: { kind: 'notKnown' } });
    fireEvent.click(button('Copy hand-over record'));
    await waitFor(() => expect(text()).toContain('not on record any more'));
    expect(copied).toEqual([]);
  });

  test('the page of connections opens from every state', () => {
    const { onOpenConnections } = draw(view('empty'));
    fireEvent.click(button('Connections and reminders'));
    expect(onOpenConnections).toHaveBeenCalledOnce();
  });
});
