// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { TenantAddressFault } from '../../../utils/messages/protocol';
import { draw } from './draw';
import { clientIdHeld, emptyState, stateOf } from './states';

afterEach(cleanup);

const address = () => screen.getByLabelText('Address of your Kandji tenant');

test('an open vendor console is chosen with one press', async () => {
  const { asked } = draw({ ...emptyState, openTenants: ['acme.kandji.io', 'globex.eu.kandji.io'] });
  fireEvent.click(screen.getByRole('button', { name: 'globex.eu.kandji.io' }));
  await waitFor(() =>
    expect(asked).toEqual([{ type: 'chooseVendorTenant', data: { address: 'globex.eu.kandji.io' } }]),
  );
});

test('an address is typed where no console is open', async () => {
  const { asked } = draw(emptyState);
  fireEvent.change(address(), { target: { value: 'acme.kandji.io' } });
  fireEvent.click(screen.getByRole('button', { name: 'Use this tenant' }));
  await waitFor(() =>
    expect(asked).toEqual([{ type: 'chooseVendorTenant', data: { address: 'acme.kandji.io' } }]),
  );
});

const faults: [fault: TenantAddressFault, words: string][] = [
  ['empty', 'Type the address you open Kandji with'],
  ['notAnAddress', 'not a web address'],
  ['notHttps', 'has to begin with https://'],
  ['hasPort', 'carries a port'],
  ['notAConsole', 'not a tenant’s console'],
  ['unknownVendor', 'not a Kandji address'],
];
test.each(faults)('an address is refused in words: %s', async (fault, words) => {
  draw(emptyState, { chooseVendorTenant: { kind: 'refused', fault } });
  fireEvent.click(screen.getByRole('button', { name: 'Use this tenant' }));
  await waitFor(() => expect(document.body.textContent).toContain(words));
  expect(address().getAttribute('aria-invalid')).toBe('true');
});

test('the tenant is changed, or left as it is', async () => {
  const { asked } = draw(stateOf(clientIdHeld, 3), {
    chooseVendorTenant: { kind: 'chosen', host: 'acme.kandji.io' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByLabelText('Address of your Kandji tenant')).toBeNull();
  expect(asked).toEqual([]);

  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  fireEvent.change(address(), { target: { value: 'acme.kandji.io' } });
  fireEvent.click(screen.getByRole('button', { name: 'Use this tenant' }));
  await waitFor(() => expect(screen.queryByLabelText('Address of your Kandji tenant')).toBeNull());
});
