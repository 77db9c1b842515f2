// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Ask } from '../../../components/ask';
import { PageReport } from '../../../components/page-report';

afterEach(cleanup);

function show(answers: Record<string, unknown>, copies = true) {
  const asked: string[] = [];
  const ask = ((type: string) => {
    asked.push(type);
    return Promise.resolve(answers[type] ?? { kind: 'done' });
  }) as unknown as Ask;
  const copy = vi.fn(async (_text: string) => copies);
  render(<PageReport ask={ask} copy={copy} />);
  return { asked, copy };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the page report in the popup', () => {
  it.each([
    ['started', /press the value/],
    ['notHere', /press again/],
  ])('says what to do next: %s', async (kind, words) => {
    const { asked } = show({ readPageReport: { kind: 'none' }, startPageReport: { kind } });
    press('Report this page');
    expect((await screen.findByText(words)).getAttribute('role')).toBe('status');
    expect(asked).toContain('startPageReport');
  });

  it.each([
    [true, /Copied/],
    [false, /did not copy/],
  ])('shows a report that is ready, and copies it on a second press (%s)', async (copies, words) => {
    const { copy, asked } = show({ readPageReport: { kind: 'report', text: '{"tree":1}' } }, copies);
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Page report' });
    expect([text.value, text.readOnly]).toEqual(['{"tree":1}', true]);
    expect(copy).not.toHaveBeenCalled();
    press('Copy report');
    await screen.findByText(words);
    expect(copy).toHaveBeenCalledWith('{"tree":1}');
    press('Discard');
    await screen.findByRole('button', { name: 'Report this page' });
    expect(asked).toContain('discardPageReport');
  });
});
