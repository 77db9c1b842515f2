// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Connections } from '../../../components/reminders/connections';
import type { ConnectionRecord } from '../../../utils/handoff/model';
import type { ConnectionList } from '../../../utils/messages/protocol';
import { REMINDER_DAYS } from '../../../utils/reminders/due';
import { rowOf } from '../../../utils/reminders/listing';
import { type Answers, answering } from '../components/draw';
import { clientId, NOW, secretValue } from '../handoff/samples';
import { dayAfter, record } from './records';

afterEach(cleanup);

const TODAY = '2026-11-20';
const list = (records: readonly ConnectionRecord[], setAside = 0): ConnectionList => ({
  kind: 'connections',
  today: TODAY,
  now: NOW,
  connections: records.map(rowOf),
  setAside,
  reminderDays: REMINDER_DAYS,
});
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    record({ vendorHost: `t${index}.kandji.io`, expiresOn: dayAfter(TODAY, index - 5) }),
  );

function draw(
  shown: ConnectionList | undefined,
  answers: Answers = {},
  allowed: 'yes' | 'no' = 'yes',
  clipboard: 'works' | 'refused' = 'works',
) {
  const { ask, asked } = answering(answers);
  const download = vi.fn();
  const onAllow = vi.fn(async () => false);
  const copy = vi.fn(async () => clipboard === 'works');
  const view = (now: ConnectionList | undefined) => (
    <Connections
      list={now}
      unreachable={false}
      ask={ask}
      copy={copy}
      download={download}
      notifications={{ allowed, onAllow }}
    />
  );
  const { rerender } = render(view(shown));
  return { asked, copy, download, onAllow, redraw: (next: ConnectionList) => rerender(view(next)) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** A press counts once the one before has settled. */
const press = (name: string | RegExp) =>
  waitFor(() => {
    expect(button(name).getAttribute('aria-busy')).toBeNull();
    fireEvent.click(button(name));
  });
const text = () => document.body.textContent ?? '';
const hosts = () => screen.queryAllByRole('listitem').map((item) => item.getAttribute('aria-label'));

describe('the page of connections', () => {
  it('narrows hundreds to what expires by a day, and puts those into one calendar file', () => {
    const { download } = draw(list(many(300)));
    expect(screen.queryByRole('button', { name: /Calendar file of these/ })).toBeNull();
    fireEvent.change(screen.getByLabelText('Expires by'), { target: { value: dayAfter(TODAY, 2) } });
    expect(hosts()).toHaveLength(8);
    fireEvent.click(button('Calendar file of these 8'));
    const [[name, type, file = ''] = []] = download.mock.calls;
    expect([name, type]).toEqual(['secret-expiries-found.ics', 'text/calendar']);
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(8);
  });

  it('says so when there is none, and still imports', () => {
    draw(list([]));
    expect(text()).toContain('No connection on record yet');
    expect(button('Import JSON')).toBeTruthy();
    expect(button('Export as JSON').getAttribute('aria-disabled')).toBe('true');
  });

  it('shows what is known of a connection, and no secret', () => {
    const odd = {
      ...record({ expiresOn: dayAfter(TODAY, 14) }),
      secretValue,
      hint: 'zzz',
    } as ConnectionRecord;
    draw(list([odd]));
    const shown = [
      'acme.kandji.io',
      'Acme Entra',
      'Kandji SSO',
      'contoso.onmicrosoft.com',
      clientId,
      '4 Dec 2026',
      'in 14 days',
      'Sign-in test passed',
    ];
    for (const expected of shown) expect(text()).toContain(expected);
    expect(document.body.innerHTML).not.toContain(secretValue);
    expect(document.body.innerHTML).not.toContain('zzz');
    const link = screen.getByRole('link', { name: 'Certificates & secrets of acme.kandji.io' });
    expect(link.getAttribute('href')).toContain('/Credentials/appId/');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('shows hostile names as text', () => {
    draw(list([record({ appName: '<img src=x onerror=alert(1)>', connectionName: '**bold**' })]));
    expect(document.querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x onerror=alert(1)>');
  });

  it('searches and filters, and says how many were found', async () => {
    draw(list(many(20)));
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 't1' } });
    await waitFor(() => expect(text()).toContain('11 of 20 connections'));
    fireEvent.click(screen.getByRole('radio', { name: /Overdue/ }));
    await waitFor(() => expect(hosts()).toEqual(['t1.kandji.io']));
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'nothing' } });
    await waitFor(() => expect(text()).toContain('No connection matches.'));
    fireEvent.click(button('Show all connections'));
    await waitFor(() => expect(hosts()).toHaveLength(20));
  });

  it('draws a hundred of five hundred, and more on request', async () => {
    draw(list(many(500)));
    expect(text()).toContain('500 connections');
    expect(hosts()).toHaveLength(100);
    // By its text: working out the names of seven hundred buttons takes seconds here.
    fireEvent.click(screen.getByText('Show 100 more'));
    await waitFor(() => expect(hosts()).toHaveLength(200));
  });

  it('sets an expiry by hand', async () => {
    const { asked } = draw(list([record()]));
    fireEvent.click(button('Correct expiry of acme.kandji.io'));
    const field = screen.getByLabelText('Expiry of acme.kandji.io');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '2027-05-05' } });
    fireEvent.click(button('Save'));
    await waitFor(() => expect(screen.queryByLabelText('Expiry of acme.kandji.io')).toBeNull());
    expect(asked).toEqual([
      { type: 'setExpiry', data: { vendorHost: 'acme.kandji.io', clientId, expiresOn: '2027-05-05' } },
    ]);
  });

  it.each([
    ['notADay', 'not a day of the calendar'],
    ['notKnown', 'not on record any more'],
    ['storageRefused', 'could not store'],
    ['dropped', 'Nothing was changed'],
    ['unreachable', 'Reload this page'],
  ] as const)('says why an expiry was not set: %s', async (kind, words) => {
    draw(list([record()]), { setExpiry: { kind } });
    fireEvent.click(button(/^Correct expiry/));
    fireEvent.click(button('Save'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words));
  });

  it('does not offer the date of a deleted secret again', () => {
    draw(list([record({ secretDeleted: true })]));
    expect(text()).toContain('This secret is gone from Entra');
    expect(screen.queryByRole('button', { name: /^Calendar file of acme/ })).toBeNull();
    fireEvent.click(button(/^Set expiry/));
    expect((screen.getByLabelText('Expiry of acme.kandji.io') as HTMLInputElement).value).toBe('');
  });

  it('asks before it forgets, and keeps on request or Escape', async () => {
    const { asked, redraw } = draw(list([record()]));
    await press('Forget of acme.kandji.io');
    await press('Keep it');
    await press('Forget of acme.kandji.io');
    fireEvent.keyDown(screen.getByRole('group', { name: /Forget acme.kandji.io\?/ }), { key: 'Escape' });
    expect(asked).toEqual([]);
    await press('Forget of acme.kandji.io');
    await press('Forget this connection');
    await waitFor(() =>
      expect(asked).toEqual([{ type: 'forgetConnection', data: { vendorHost: 'acme.kandji.io', clientId } }]),
    );
    await waitFor(() => expect(text()).toContain('acme.kandji.io was forgotten.'));
    redraw(list([]));
    expect(text()).toContain('acme.kandji.io was forgotten.');
  });

  it('makes calendar files of one and of all, and a JSON file', async () => {
    const { download } = draw(list([record(), record({ vendorHost: 'b.kandji.io' })]), {
      exportConnections: { kind: 'file', text: '{}', connections: 2 },
    });
    fireEvent.click(button('Calendar file of acme.kandji.io'));
    fireEvent.click(button('Calendar file of all'));
    fireEvent.click(button('Export as JSON'));
    await waitFor(() => expect(download).toHaveBeenCalledTimes(3));
    expect(download.mock.calls.map(([name, type]) => [name, type])).toEqual([
      ['secret-expiry-acme.kandji.io.ics', 'text/calendar'],
      [`secret-expiries-${TODAY}.ics`, 'text/calendar'],
      [`sso-courier-connections-${TODAY}.json`, 'application/json'],
    ]);
    expect(text()).toContain('The file holds no secret.');
  });

  it('starts a renewal of the connection in the row', async () => {
    const { asked } = draw(list([record()]), { startRenewal: { kind: 'opened' } });
    fireEvent.click(button('Renew of acme.kandji.io'));
    await waitFor(() =>
      expect(asked).toEqual([{ type: 'startRenewal', data: { vendorHost: 'acme.kandji.io', clientId } }]),
    );
  });

  it('copies and saves the hand-over record', async () => {
    const { asked, copy, download } = draw(list([record()]), {
      handoverRecord: { kind: 'record', text: 'Single sign-on: Kandji' },
    });
    fireEvent.click(button('Copy record of acme.kandji.io'));
    await waitFor(() => expect(text()).toContain('Copied: the hand-over record.'));
    expect(copy).toHaveBeenCalledExactlyOnceWith('Single sign-on: Kandji');
    fireEvent.click(button('Save record of acme.kandji.io'));
    await waitFor(() => expect(text()).toContain('Saved: the hand-over record.'));
    expect(download).toHaveBeenCalledExactlyOnceWith(
      'sso-record-acme.kandji.io.txt',
      'text/plain',
      'Single sign-on: Kandji',
    );
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['Copy record', { handoverRecord: { kind: 'notKnown' } }, 'not on record any more'],
    ['Copy record', { handoverRecord: { kind: 'dropped' } }, 'Nothing was changed'],
    ['Save record', { handoverRecord: { kind: 'unreachable' } }, 'Reload this page'],
    ['Renew', { startRenewal: { kind: 'notKnown' } }, 'Nothing was started'],
    ['Renew', { startRenewal: { kind: 'dropped' } }, 'Nothing was changed'],
  ] as const)('says why nothing came of %s: %j', async (label, answers, words) => {
    const { copy, download } = draw(list([record()]), answers);
    fireEvent.click(button(`${label} of acme.kandji.io`));
    await waitFor(() => expect(text()).toContain(words));
    expect(copy).not.toHaveBeenCalled();
    expect(download).not.toHaveBeenCalled();
  });

  it('does not say *copied* when the browser refused', async () => {
    const answers: Answers = { handoverRecord: { kind: 'record', text: 'Single sign-on: Kandji' } };
    draw(list([record()]), answers, 'yes', 'refused');
    fireEvent.click(button('Copy record of acme.kandji.io'));
    await waitFor(() => expect(text()).toContain('Nothing was copied'));
    expect(text()).not.toContain('Copied:');
  });

  it('imports a file and says what came of it', async () => {
    const { asked } = draw(list([]), {
      importConnections: { kind: 'refused', fault: { kind: 'otherVersion', version: 7 } },
    });
    const chooser = screen.getByLabelText('File to import', { selector: 'input' });
    fireEvent.change(chooser, { target: { files: [new File(['{"a":1}'], 'x.json')] } });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('version 7'));
    expect(asked).toEqual([{ type: 'importConnections', data: { text: '{"a":1}' } }]);
  });

  it('does not read a file that is far too large', async () => {
    const { asked } = draw(list([]));
    const file = new File(['x'], 'x.json');
    Object.defineProperty(file, 'size', { value: 9_000_000 });
    fireEvent.change(screen.getByLabelText('File to import', { selector: 'input' }), {
      target: { files: [file] },
    });
    await waitFor(() => expect(text()).toContain('larger than 8 MB'));
    expect(asked).toEqual([]);
  });

  it('has a line for support where a file was not made, or a connection not forgotten', async () => {
    const dropped = (details: string) => ({ kind: 'dropped', details }) as const;
    const { copy } = draw(list([record()]), {
      exportConnections: dropped('exportConnections, failed'),
      forgetConnection: dropped('forgetConnection, failed'),
    });
    await press('Export as JSON');
    fireEvent.click(await screen.findByText('Details for support'));
    await press('Copy details');
    await screen.findByText('Copied.');
    await press('Forget of acme.kandji.io');
    await press('Forget this connection');
    await waitFor(() => expect(screen.getAllByText('Details for support')).toHaveLength(2));
    expect(text()).toContain('forgetConnection, failed');
    expect(copy).toHaveBeenCalledExactlyOnceWith('exportConnections, failed');
  });

  it('offers notifications at the first date, and takes a no', async () => {
    const { onAllow } = draw(list([record()]), {}, 'no');
    fireEvent.click(button('Allow notifications'));
    await waitFor(() => expect(text()).toContain('Notifications stay off.'));
    expect(onAllow).toHaveBeenCalledOnce();
    cleanup();
    const { expiresOn: _none, ...undated } = record();
    draw(list([undated]), {}, 'no');
    expect(screen.queryByRole('button', { name: 'Allow notifications' })).toBeNull();
    cleanup();
    draw(list([record()]), {}, 'yes');
    expect(screen.queryByRole('button', { name: 'Allow notifications' })).toBeNull();
  });

  it('says that records could not be read', () => {
    draw(list([record()], 2));
    expect(within(screen.getByRole('note')).getByText(/2 records could not be read/)).toBeTruthy();
  });
});
