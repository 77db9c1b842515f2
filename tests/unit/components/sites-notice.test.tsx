// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SitesNotice } from '../../../components/sites-notice';

afterEach(cleanup);

test('says nothing where the browser lets the extension in', () => {
  render(<SitesNotice missing={false} refused={false} onAllow={async () => {}} />);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('names what is missing, asks for it at a press, and says when it was not granted', async () => {
  let asked = 0;
  const onAllow = async () => {
    asked += 1;
  };
  const { rerender } = render(<SitesNotice missing refused={false} onAllow={onAllow} />);
  expect(screen.getByRole('alert').textContent).toContain('does nothing there');
  fireEvent.click(screen.getByRole('button', { name: 'Allow on these sites' }));
  await waitFor(() => expect(asked).toBe(1));
  rerender(<SitesNotice missing refused onAllow={onAllow} />);
  expect(screen.getByRole('status').textContent).toContain('Nothing was changed');
});
