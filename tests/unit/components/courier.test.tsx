// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Courier } from '../../../components/courier';
import { verdictWords } from '../../../utils/words/verdicts';
import { answering, draw } from './draw';
import {
  bothHeld,
  CLIENT_ID,
  clientIdHeld,
  iru,
  NOW,
  stateOf,
  testState,
  verdicts,
  viewNamed as view,
  views,
} from './states';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const text = () => document.body.textContent ?? '';

describe('shows in words', () => {
  const cases: [name: string, ...texts: string[]][] = [
    ['empty', 'Which Kandji tenant?', 'Nothing is held', '0 of 12 done'],
    ['emptyOneTab', 'acme.kandji.io'],
    ['tenantChosen', 'acme.eu.kandji.io', 'Europe', 'https://auth.eu.kandji.io/login/callback'],
    ['clientIdHeld', CLIENT_ID, 'contoso.onmicrosoft.com', 'not held', 'seen 10:3'],
    ['bothHeld', 'PC4…', 'Kandji SSO · expires 27 Jul 2028', '8:42 left', '3 checks passed'],
    ['lastMinute', '0:41 left', 'wiped in less than a minute'],
    ['checkProblem', 'fabrikam.com is not a domain of the app’s directory', 'nothing is filled into Kandji'],
    ['domainMissing', 'No directory domain is known', 'Something has to be put right'],
    [
      'offline',
      'Could not reach Microsoft, so contoso.onmicrosoft.com was not checked',
      'The values are kept',
    ],
    ['notLookedUp', 'contoso.onmicrosoft.com was not looked up yet'],
    ['orphan', '“Kandji SSO” (Secret ID 08e93f9a-4c24-4924-86bb-6405f8c2b6aa)', 'its time ran out'],
    ['saved', 'ticked by you', 'Kandji shows a link after Save'],
    ['beforeTest', 'Continue with Entra ID SSO', 'invited Team Member'],
    ['beforeTestWarned', 'Close all private windows first', 'Allow in Incognito'],
    ['testRunning', 'Running since 10:44', 'Continue with Entra ID SSO'],
    ['testRunningUnseen', 'Did the sign-in end in the console?'],
    ['allDone', 'All done'],
    ['reloadNeeded', 'Reload this page'],
    ['blockedByPolicy', 'A company policy keeps SSO Courier out of this page'],
    ['memoryRefused', 'nothing was written to disk'],
    ['memoryMissing', 'offers no session memory'],
    ['unnamedApp', 'known from the portal’s address', 'not known yet'],
  ];
  test.each(cases)('%s', (name, ...texts) => {
    draw(view(name));
    for (const expected of texts) expect(text()).toContain(expected);
  });

  test.each(Object.keys(views))('%s with one next thing to do at most', (name) => {
    const { container } = draw(view(name));
    expect(container.querySelectorAll('.button.primary').length).toBeLessThanOrEqual(1);
  });
});

describe('the values held', () => {
  test('client ID stands in full, of the secret value only the hint', () => {
    draw(view('bothHeld'));
    expect(screen.getByText(CLIENT_ID)).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('8:42 left');
  });

  test('the countdown goes on with the clock and never below zero', () => {
    const { redraw } = draw(view('bothHeld'));
    redraw(view('bothHeld'), NOW + 60_000);
    expect(screen.getByRole('timer').textContent).toBe('7:42 left');
    redraw(view('bothHeld'), NOW + 3_600_000);
    expect(screen.getByRole('timer').textContent).toBe('0:00 left');
  });

  test('the secret value is kept ten minutes longer where that is possible', async () => {
    const { asked } = draw(view('bothHeld'));
    fireEvent.click(button('Keep ten minutes longer'));
    await waitFor(() => expect(asked).toEqual([{ type: 'extendHold', data: undefined }]));
    cleanup();
    draw(view('lastMinute'));
    expect(screen.queryByRole('button', { name: 'Keep ten minutes longer' })).toBeNull();
  });
});

describe('the buttons', () => {
  const cases: [view: string, button: string, message: object][] = [
    ['readyToFill', 'Fill Kandji form', { type: 'fillForm', data: { whenFilled: 'ask' } }],
    ['saved', 'Open consent link', { type: 'openConsentLink' }],
    ['beforeTest', 'Test sign-in in a private window', { type: 'startTest' }],
    ['readyToFill', 'Clear', { type: 'clear' }],
    ['tenantChosen', 'Take me there', { type: 'takeMeThere', data: { step: 'registerApp' } }],
    ['empty', 'Take me there', { type: 'takeMeThere', data: { step: 'clientId' } }],
    ['bothHeld', 'Check the values', { type: 'runCheck' }],
    ['testRunningUnseen', 'It worked', { type: 'reportOutcome', data: { worked: true } }],
    ['testRunningUnseen', 'It failed', { type: 'reportOutcome', data: { worked: false } }],
    ['verdict-passed', 'Close the private window', { type: 'closeTestWindow' }],
  ];
  test.each(cases)('%s: %s', async (name, label, message) => {
    const { asked } = draw(view(name));
    fireEvent.click(button(label));
    await waitFor(() => expect(asked).toMatchObject([message]));
  });

  const disabled: [view: string, button: string, reason: string][] = [
    ['clientIdHeld', 'Fill Kandji form', 'Needs the secret value'],
    ['clientIdHeld', 'Open consent link', 'Kandji shows it after Save'],
    ['clientIdWithoutTenant', 'Test sign-in in a private window', 'Choose the tenant first'],
    ['testRunning', 'Test sign-in in a private window', 'A test is running'],
  ];
  test.each(disabled)('%s: %s says why it is disabled and does nothing', async (name, label, reason) => {
    const { asked } = draw(view(name));
    const control = button(label);
    expect(control.getAttribute('aria-disabled')).toBe('true');
    const described = document.getElementById(control.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe(reason);
    fireEvent.click(control);
    expect(asked).toEqual([]);
  });

  test('after Clear, a connection made earlier can still be tested', async () => {
    const { asked } = draw(view('cleared'));
    expect(within(screen.getByRole('contentinfo')).getAllByRole('button')).toHaveLength(1);
    fireEvent.click(button('Test sign-in in a private window'));
    await waitFor(() => expect(asked).toEqual([{ type: 'startTest', data: undefined }]));
  });

  test('a second press while the first is under way counts for nothing', async () => {
    const { asked } = draw(view('readyToFill'));
    fireEvent.click(button('Fill Kandji form'));
    fireEvent.click(button('Fill Kandji form'));
    await waitFor(() => expect(asked).toHaveLength(1));
  });
});

describe('the journey', () => {
  test('has every step in order, with its state for screen readers', () => {
    draw(view('saved'));
    const steps = within(screen.getByRole('region', { name: /^Set up/ })).getAllByRole('listitem');
    expect(steps).toHaveLength(13);
    expect(button('Save the connection (done) ticked by you')).toBeTruthy();
    expect(button('Authorise (ready)').getAttribute('aria-expanded')).toBe('true');
    expect(button(/^Require single sign-on \(to do, optional\)/)).toBeTruthy();
  });

  test('a tick by the admin looks different from what was seen', () => {
    const { container } = draw(view('saved'));
    expect(container.querySelectorAll('.step .icon-ticked')).toHaveLength(1);
    expect(container.querySelectorAll('.step .icon-seen')).toHaveLength(7);
  });

  test('a step that cannot be seen is ticked, and the tick taken back', async () => {
    const { asked } = draw(view('saved'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'I have done this' }));
    await waitFor(() => expect(asked).toEqual([{ type: 'tick', data: { step: 'authorise', done: true } }]));
    fireEvent.click(button(/^Save the connection/));
    fireEvent.click(screen.getByRole('checkbox', { name: 'I have done this' }));
    await waitFor(() => expect(asked[1]).toEqual({ type: 'tick', data: { step: 'save', done: false } }));
  });

  test('what was seen needs no tick', () => {
    draw(view('enable'));
    fireEvent.click(button(/^Register the app/));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('opens at the new step when the journey moves on', () => {
    const { redraw } = draw(view('saved'));
    redraw(view('enable'));
    expect(button(/^Enable the connection/).getAttribute('aria-expanded')).toBe('true');
    expect(button(/^Authorise/).getAttribute('aria-expanded')).toBe('false');
  });
});

describe('the keyboard', () => {
  test('goes on at the new step when the one it was in closes', () => {
    const { redraw } = draw(view('secretStep'));
    button('Take me there').focus();
    redraw(view('readyToFill'));
    expect(document.activeElement).toBe(button(/^Fill the connection/));
  });

  test('goes on at the next step when a note was answered', () => {
    const { redraw } = draw(view('samlNote'));
    button('Got it').focus();
    redraw(view('empty'));
    expect(document.activeElement).toBe(button(/^Choose the Kandji tenant/));
  });

  test('stays where it is when it was elsewhere, and is not taken at the start', () => {
    const { redraw } = draw(view('secretStep'));
    expect(document.activeElement).toBe(document.body);
    button('Clear').focus();
    redraw(view('readyToFill'));
    expect(document.activeElement).toBe(button('Clear'));
  });
});

describe('several handoffs', () => {
  test('are told apart by app, client ID and age', async () => {
    const { asked } = draw(view('severalHandoffs'));
    const switcher = screen.getByRole('combobox', { name: 'App registration' });
    const options = within(switcher)
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(options).toEqual([
      'Kandji · 5b0d1a52…7d11 · 3 min ago',
      'Kandji (pilot) · c2a1f7de…0b42 · 44 min ago',
    ]);
    fireEvent.change(switcher, { target: { value: 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42' } });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toEqual({
      type: 'chooseHandoff',
      data: { clientId: 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42' },
    });
  });

  test('no choice is offered where there is one', () => {
    draw(view('bothHeld'));
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('the verdict of a sign-in test', () => {
  test.each(Object.entries(verdicts))('%s: what happened and the fix', (_name, verdict) => {
    draw(testState(verdict));
    const context = {
      vendorName: 'Kandji',
      connectionName: 'Entra ID SSO',
      redirectUri: 'https://auth.eu.kandji.io/login/callback',
    };
    const { title, text: what, fix } = verdictWords(verdict, context);
    for (const words of [title, what, fix]) {
      expect(words).not.toMatch(/undefined|\[object/);
      expect(text()).toContain(words.replaceAll('**', ''));
    }
  });

  test('a test that passed does not look like one the admin only reports', () => {
    draw(testState(verdicts.reportedWorked));
    expect(text()).toContain('Passed, as you report');
  });

  test('what was made of the admin’s answer stays to be read; opened anew, the next step stands open', () => {
    const answered = testState(verdicts.reportedWorked, { observed: false, windowOpen: false });
    const { redraw } = draw(view('testRunningUnseen'));
    redraw(answered);
    expect(text()).toContain('Passed, as you report');
    cleanup();
    draw(answered);
    expect(text()).not.toContain('Passed, as you report');
  });
});

function drawUnanswered(unreachable: boolean) {
  const { ask } = answering();
  const copy = async () => true;
  render(
    <Courier
      state={undefined}
      unreachable={unreachable}
      now={NOW}
      ask={ask}
      copy={copy}
      onOpenConnections={() => undefined}
    />,
  );
}

test('asks to be closed and opened again when the background does not answer', () => {
  drawUnanswered(true);
  expect(screen.getByRole('alert').textContent).toContain('SSO Courier did not answer');
});

test('waits quietly for the first answer', () => {
  drawUnanswered(false);
  expect(text()).toContain('Loading…');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the vendor’s name follows the profile', () => {
  draw(stateOf(bothHeld, 6, { vendor: iru }));
  expect(button('Fill Iru form')).toBeTruthy();
  expect(text()).not.toContain('Held for Kandji');
});

test('an expiry day that is not known can be entered where the reminder is set', () => {
  draw(stateOf(clientIdHeld, 11));
  expect(screen.getByLabelText('Secret expires on').getAttribute('type')).toBe('date');
});
