// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem } from '../../../utils/words/registration';
import { draw } from './draw';
import { registrationProblems, wrongRegistration } from './later-states';
import { viewNamed as view } from './states';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const none = (name: string | RegExp) => screen.queryByRole('button', { name });
const text = () => document.body.textContent ?? '';

describe('the note on SAML', () => {
  test('says what speaks for it and what it costs, and goes when it was read', async () => {
    const { asked } = draw(view('samlNote'));
    const note = within(screen.getByRole('note'));
    for (const words of ['24 months at most', 'does not cover it', 'certificate']) {
      expect(screen.getByRole('note').textContent).toContain(words);
    }
    const link = note.getByRole('link', { name: 'Kandji on SAML' });
    expect(link.getAttribute('href')).toBe('https://support.kandji.io/sso-saml');
    expect(link.getAttribute('rel')).toBe('noreferrer');
    fireEvent.click(note.getByRole('button', { name: 'Got it' }));
    await waitFor(() => expect(asked).toEqual([{ type: 'dismissSamlNote', data: undefined }]));
  });

  test.each(['empty', 'samlNoteTenantChosen'])('is not shown: %s', (name) => {
    draw(view(name));
    expect(none('Got it')).toBeNull();
  });
});

describe('a vendor tenant that moved', () => {
  test.each([
    ['Use acme.iru.com', true],
    ['Keep acme.kandji.io', false],
  ])('%s', async (label, accept) => {
    const { asked } = draw(view('moveOffer'));
    expect(text()).toContain(
      'acme.kandji.io now opens acme.iru.com. Use the new address?'.replace('. U', '.U'),
    );
    fireEvent.click(button(label));
    await waitFor(() => expect(asked).toEqual([{ type: 'moveTenant', data: { accept } }]));
  });
});

describe('what stands above the journey', () => {
  const reveal = vi.fn();
  beforeEach(() => {
    reveal.mockClear();
    Element.prototype.scrollIntoView = reveal;
  });

  test.each(['moveOffer', 'renewable', 'samlNote', 'reloadNeeded'])('is not scrolled away: %s', (name) => {
    draw(view(name));
    expect(reveal).not.toHaveBeenCalled();
  });

  test('nothing above it, the next step is brought into view', () => {
    draw(view('renewStart'));
    expect(reveal).toHaveBeenCalled();
  });
});

describe('an app registration that the vendor does not accept', () => {
  test.each(registrationProblems.map((found) => [JSON.stringify(found), found] as const))(
    '%s in words',
    (_name, found) => {
      draw(wrongRegistration(found));
      expect(text()).toContain('The app registration is not what Kandji needs.');
      expect(text()).toContain(problem(found, 'Kandji'));
    },
  );

  test('the region that is wrong is named with the redirect URI that is right', () => {
    draw(view('registration-wrongRegion'));
    expect(text()).toContain('https://auth.kandji.io/login/callback');
    expect(text()).toContain('https://auth.eu.kandji.io/login/callback');
  });

  test('all of several problems stand in the step', () => {
    draw(
      wrongRegistration({ kind: 'notSingleTenant' }, { kind: 'redirectUriMissing', expected: 'https://x/' }),
    );
    expect(text()).toContain('not single tenant');
    expect(text()).toContain('https://x/');
  });

  test.each([
    ['registration-wrongRegion', 'clientId'],
    ['registration-passport', 'registerApp'],
  ])('%s leads to the app itself, or to another one', async (name, step) => {
    const { asked } = draw(view(name));
    fireEvent.click(button('Take me there'));
    await waitFor(() => expect(asked).toEqual([{ type: 'takeMeThere', data: { step } }]));
  });

  test.each(['registration-wrongRegion', 'ssoNotEnabled'])('a tick would change nothing: %s', (name) => {
    draw(view(name));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('a vendor tenant without single sign-on', () => {
  test('says whom to ask, and opens the console', async () => {
    const { asked, container } = draw(view('ssoNotEnabled'));
    expect(text()).toContain('Ask Kandji support to enable it');
    expect(container.querySelector('footer .button.primary')).toBeNull();
    fireEvent.click(button('Take me there'));
    await waitFor(() => expect(asked).toEqual([{ type: 'takeMeThere', data: { step: 'fill' } }]));
  });
});

describe('the vendor whose own dialog comes first', () => {
  const shown: [name: string, ...texts: string[]][] = [
    [
      'iruCarry',
      'Begin in Iru',
      'Access › Admin and authentication',
      'Carry redirect URL to Entra',
      '1 of 13 done',
    ],
    ['iruRegister', 'https://vpriix.id.iru.com/callback/entra', 'Copy client ID to Iru'],
    ['iruFill', 'Go back to the dialog in Iru'],
    ['iruAuthorise', 'Grant admin consent', 'Iru shows no link'],
    ['iruEnable', 'press Allow for tenant authentication'],
    ['iruEnforce', 'passkeys, Google Social and Microsoft Social'],
  ];
  test.each(shown)('%s', (name, ...texts) => {
    draw(view(name));
    for (const expected of texts) expect(text()).toContain(expected);
    expect(text()).not.toContain('Kandji form');
  });

  test('gives consent in the portal', async () => {
    const { asked } = draw(view('iruAuthorise'));
    expect(none('Open consent link')).toBeNull();
    fireEvent.click(button('Take me there'));
    await waitFor(() => expect(asked).toEqual([{ type: 'takeMeThere', data: { step: 'authorise' } }]));
  });
});
