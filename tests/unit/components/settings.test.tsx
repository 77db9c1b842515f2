// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ask } from '../../../components/ask';
import { Settings } from '../../../components/settings/settings';
import type { OptionsAnswer } from '../../../utils/messages/protocol';
import { sample } from '../../../utils/settings/described';
import { parseManaged } from '../../../utils/settings/managed';
import { settingsOf } from '../../../utils/settings/settings';

afterEach(cleanup);

/** What went to the clipboard. */
const copied: string[] = [];
const copy = async (line: string) => copied.push(line) > 0;

function draw(policy: unknown, answer: { kind: string; details?: string } = { kind: 'done' }) {
  const { settings: managed, ignored } = parseManaged(policy);
  const options: OptionsAnswer = { kind: 'options', settings: settingsOf(managed, {}), managed, ignored };
  const asked: unknown[] = [];
  const ask = (async (type: string, data: unknown) => {
    asked.push([type, data]);
    return answer;
  }) as unknown as Ask;
  render(<Settings options={options} ask={ask} copy={copy} />);
  return asked;
}
const text = () => document.body.textContent ?? '';

describe('the settings', () => {
  it.each<[string, () => void, unknown]>([
    [
      'where buttons appear',
      () => fireEvent.click(screen.getByRole('radio', { name: 'Only during a journey' })),
      { portalButtons: 'duringJourney' },
    ],
    [
      'how long a value is held',
      () => fireEvent.change(screen.getByRole('combobox'), { target: { value: '5' } }),
      { holdMinutes: 5 },
    ],
    [
      'a reminder less',
      () => fireEvent.click(screen.getByRole('checkbox', { name: '60 days before' })),
      { reminderDays: [30, 14, 7, 3, 1, 0] },
    ],
    [
      'a reminder more',
      () => fireEvent.click(screen.getByRole('checkbox', { name: '90 days before' })),
      { reminderDays: [60, 30, 14, 7, 3, 1, 0, 90] },
    ],
  ])('change by one press: %s', async (_what, press, change) => {
    const asked = draw({});
    expect(text()).not.toContain('organisation');
    press();
    await waitFor(() => expect(text()).toContain('Saved.'));
    expect(asked).toEqual([['changeOptions', change]]);
  });

  it('have a line for support where a change was not taken', async () => {
    const details = 'SSO Courier 0.1.0, chrome: changeOptions, failed (RangeError), 2026-11-20T12:00:00.000Z';
    draw({}, { kind: 'dropped', details });
    fireEvent.click(screen.getByRole('checkbox', { name: 'On the day' }));
    fireEvent.click(await screen.findByText('Details for support'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy details' }));
    await screen.findByText('Copied.');
    expect(copied).toEqual([details]);
  });

  it('say when a change was not taken', async () => {
    draw({}, { kind: 'dropped' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'On the day' }));
    await waitFor(() => expect(text()).toContain('Nothing was changed'));
  });

  it('of the organisation are listed, and locked where it is the stricter', () => {
    draw(sample);
    expect(screen.getByRole('group', { name: /Buttons/ })).toHaveProperty('disabled', true);
    const minutes = screen.getAllByRole('option').map((option) => Number(option.getAttribute('value')));
    expect(minutes).toEqual([1, 2, 5]);
    expect(text()).toContain('acme.kandji.io, acme.iru.com');
    expect(text()).toContain('Ask MicrosoftOff');
    expect(text()).toContain('Your organisation’s default. You can change it.');
    expect(screen.getByRole('checkbox', { name: '90 days before' })).toHaveProperty('checked', true);
  });

  it('leave the admin free where the organisation only gives a default', () => {
    draw({ portalButtons: 'always' });
    expect(screen.getByRole('group', { name: /Buttons/ })).toHaveProperty('disabled', false);
  });

  it('name what of the policy does not count', () => {
    draw({ maxHoldMinutes: 500, portalButton: 'always' });
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'maxHoldMinutes: 500 is too small, too large, too short or too long.',
      'portalButton: "always" is not a setting of SSO Courier.',
    ]);
    expect(text()).toContain('its default counts');
  });

  it('say that no console is left, where none of those pinned can be read', () => {
    draw({ vendorTenants: ['acme.example'] });
    expect(text()).toContain('no console can be chosen or filled at all');
    cleanup();
    draw({ vendorTenants: ['acme.example', 'acme.kandji.io'] });
    expect(text()).not.toContain('no console can be chosen');
  });
});
