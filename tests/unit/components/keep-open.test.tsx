// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Courier } from '../../../components/courier';
import { answering } from './draw';
import { emptyState, NOW } from './states';

afterEach(cleanup);

const show = (onKeepOpen?: () => void) =>
  render(
    <Courier
      state={emptyState}
      unreachable={false}
      now={NOW}
      ask={answering().ask}
      copy={async () => true}
      onOpenConnections={() => {}}
      {...(onKeepOpen && { onKeepOpen })}
    />,
  );

describe('Keep open', () => {
  it('is called within the press: browsers open a panel for nothing else', () => {
    const onKeepOpen = vi.fn();
    show(onKeepOpen);
    fireEvent.click(screen.getByRole('button', { name: 'Keep open' }));
    expect(onKeepOpen).toHaveBeenCalledOnce();
  });

  it('is not offered where the view stays open anyway', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Keep open' })).toBeNull();
  });
});
