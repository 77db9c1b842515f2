// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nowAndThen } from '../../../utils/page/now-and-then';

describe('nowAndThen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('runs at once after a quiet time, then once for all that comes within the wait', () => {
    const run = vi.fn();
    const look = nowAndThen(window, 100, run);
    look();
    expect(run).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 5; i++) look();
    expect(run).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('does not wait while a control of ours is out of the page', () => {
    const run = vi.fn();
    let isOut = false;
    const look = nowAndThen(window, 100, run, () => isOut);
    look();
    look();
    isOut = true;
    look();
    expect(run).toHaveBeenCalledTimes(2);
    isOut = false;
    vi.advanceTimersByTime(100);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
