// @vitest-environment happy-dom
/**
 * axe-core over every view in every state, by structure: names, roles, states, order of headings, forms. Colours need a
 * browser that paints: tests/e2e/accessibility.test.ts.
 */
import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { scenes } from '../../../scripts/views/scenes';

afterEach(cleanup);

for (const { name, view } of scenes) {
  test(`${name} has no violation`, async () => {
    document.documentElement.lang = 'en';
    document.title = 'SSO Courier';
    const { container } = render(view);
    const { violations, passes } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
    });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
    );
    expect(found).toEqual([]);
    expect(passes.length).toBeGreaterThan(3);
  });
}
