/** axe-core in any page that can be evaluated in: a view of the gallery, or a console's page with our controls in it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';

interface Evaluates {
  evaluate<T>(expression: string): Promise<T>;
}

export interface AxeFindings {
  /** A violation at a node, a line each; the same mistake elsewhere is the same line. */
  readonly lines: string[];
  /** How many nodes were looked at. */
  readonly nodes: number;
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into the page; once for each document. */
export async function loadAxe(page: Evaluates): Promise<void> {
  await page.evaluate(`(() => { ${await axeSource}\n })()`);
}

/** Runs in the page. The finder's list is moved through from its field (`aria-activedescendant`): nothing in it takes the focus. */
async function findingsIn(wanted: string) {
  const { axe } = globalThis as unknown as { axe: Pick<typeof Axe, 'run'> };
  const finder = '.finder .findings';
  const results = await axe.run(
    { include: [wanted], exclude: [finder] },
    { resultTypes: ['violations', 'passes'] },
  );
  if (document.querySelector(finder)) {
    const found = await axe.run(finder, { rules: { 'scrollable-region-focusable': { enabled: false } } });
    results.violations.push(...found.violations);
    results.passes.push(...found.passes);
  }
  const seen = new Set(
    [...results.passes, ...results.violations].flatMap((rule) =>
      rule.nodes.map(({ target }) => JSON.stringify(target)),
    ),
  );
  const lines = results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
  return { lines, nodes: seen.size };
}

/**
 * What axe has against the page as it stands.
 *
 * @param wanted Selector of what is looked at; it has to be there.
 */
export function axeFindings(page: Evaluates, wanted = 'html'): Promise<AxeFindings> {
  return page.evaluate<AxeFindings>(`(${findingsIn})(${JSON.stringify(wanted)})`);
}
