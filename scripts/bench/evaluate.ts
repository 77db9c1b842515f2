/** Expressions that take longer than the harness waits for an answer. */
import { found, notYet, poll } from '../../tests/e2e/harness/poll';
import type { Surface } from '../../tests/e2e/harness/surface';

/** Storms, ten thousand records, and a machine that is busy otherwise. */
const WITHIN_MS = 120_000;

/** @param expression a promise of the page's; the page is asked now and then whether it is kept */
export async function evaluateLong<T>(page: Surface, expression: string): Promise<T> {
  await page.evaluate(`globalThis.benched = undefined; (async () => ${expression})().then(
    (value) => { globalThis.benched = JSON.stringify({ value }); },
    (error) => { globalThis.benched = JSON.stringify({ error: String(error) }); }); void 0`);
  const text = await poll('the page to be done', () => look(page), WITHIN_MS);
  const { value, error }: { value: T; error?: string } = JSON.parse(text);
  if (error !== undefined) throw new Error(error);
  return value;
}

async function look(page: Surface) {
  const text = await page.evaluate<string | null>('globalThis.benched ?? null');
  return text === null ? notYet('it is at it') : found(text);
}
