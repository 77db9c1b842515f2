import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pace } from '../../../utils/page/pace';

let now = 1000;
const pass = (milliseconds: number) => {
  now += milliseconds;
};
const work = (pace: Pace, milliseconds: number) => {
  pass(milliseconds);
  pace.spend(milliseconds);
};

beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

it('lets what happens now and then be looked at without a wait', () => {
  const pace = new Pace();
  for (let change = 0; change < 20; change += 1) {
    expect(pace.wait(), `change ${change}`).toBe(0);
    work(pace, 0.5);
    pass(1000);
  }
});

it('takes a small share of a storm’s time, whatever a look costs', () => {
  for (const cost of [0.5, 1.5]) {
    const pace = new Pace();
    const from = now;
    let spent = 0;
    while (now - from < 60_000) {
      pass(Math.max(16, pace.wait()));
      work(pace, cost);
      spent += cost;
    }
    expect(spent / 60_000, `${cost} ms a look`).toBeLessThan(0.005);
  }
});

it('keeps nobody waiting for long after one dear look', () => {
  const pace = new Pace();
  work(pace, 200);
  expect(pace.wait()).toBeGreaterThan(100);
  expect(pace.wait()).toBeLessThanOrEqual(600);
});

it('is at once there for the admin', () => {
  const pace = new Pace();
  work(pace, 200);
  pace.fill();
  expect(pace.wait()).toBe(0);
});
