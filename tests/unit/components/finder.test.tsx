// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Finder } from '../../../components/finder';
import { REMINDER_DAYS } from '../../../utils/reminders/due';
import { rowOf } from '../../../utils/reminders/listing';
import { record } from '../reminders/records';
import { answering } from './draw';
import { bothHeld, clientIdHeld, NOW } from './states';

afterEach(cleanup);

const OTHER = 'c2a1f7de-3b54-4a29-8d0c-91d7a1f00b42';

async function show(hosts: readonly string[]) {
  const { ask, asked } = answering({
    listConnections: {
      kind: 'connections',
      today: '2026-11-20',
      now: NOW,
      connections: hosts.map((vendorHost) => rowOf(record({ vendorHost }))),
      setAside: 0,
      reminderDays: REMINDER_DAYS,
    },
  });
  const done = { onChoose: vi.fn(), onRenew: vi.fn(), onClose: vi.fn() };
  const handoffs = [bothHeld, { ...clientIdHeld, clientId: OTHER, appName: 'Pilot' }];
  render(<Finder handoffs={handoffs} now={NOW} ask={ask} {...done} />);
  await waitFor(() => expect(asked.map(({ type }) => type)).toContain('listConnections'));
  return done;
}

const names = () => screen.queryAllByRole('option').map((option) => option.textContent);
const search = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });

describe('the finder', () => {
  it('lists what is held and what is on record', async () => {
    await show(['acme.kandji.io']);
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(names().join()).toMatch(/Pilot.*acme\.kandji\.io/);
  });

  it('narrows to what matches every word, in any order', async () => {
    await show(['acme.kandji.io', 'globex.eu.kandji.io']);
    search('eu globex');
    await waitFor(() => expect(names()).toEqual([expect.stringContaining('globex.eu.kandji.io')]));
    search('nobody');
    await waitFor(() => expect(screen.getByText('Nothing matches.')).toBeTruthy());
  });

  it('switches to what is held, and renews what is on record', async () => {
    const { onChoose, onRenew, onClose } = await show(['globex.kandji.io']);
    await waitFor(() => expect(names()).toHaveLength(3));
    fireEvent.click(screen.getByRole('option', { name: /Pilot/ }));
    expect(onChoose).toHaveBeenCalledWith(OTHER);
    fireEvent.click(screen.getByRole('option', { name: /globex/ }));
    expect(onRenew).toHaveBeenCalledWith({ vendorHost: 'globex.kandji.io', clientId: record().clientId });
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('draws a few of hundreds', async () => {
    await show(Array.from({ length: 500 }, (_, index) => `t${index}.kandji.io`));
    await waitFor(() => expect(names()).toHaveLength(22));
    search('t499');
    await waitFor(() => expect(names()).toEqual([expect.stringContaining('t499.kandji.io')]));
  });

  it('closes with Escape', async () => {
    const { onClose } = await show([]);
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalled();
  });
});
