/** The release workflow keeps its promises: pinned actions, a person's approval, keys in one step only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const workflow = readFileSync(join(import.meta.dirname, '../../../.github/workflows/release.yml'), 'utf8');
const [verify = '', submit = ''] = workflow.split(/^ {2}submit:$/m);

describe('the release workflow', () => {
  it('pins every action to a commit, and names its version', () => {
    const uses = workflow.match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('sends nothing before a person has approved, and nothing but what was verified', () => {
    expect(submit).toContain('environment: stores');
    expect(submit).toContain('needs: verify');
    expect(submit.indexOf('sha256sum --check')).toBeGreaterThan(0);
    expect(submit.indexOf('sha256sum --check')).toBeLessThan(submit.indexOf('wxt submit'));
    expect(verify).not.toContain('wxt submit');
  });

  it('gives the stores’ keys to the last step alone', () => {
    const [before = '', last = ''] = workflow.split('name: Send to the stores');
    expect(before).not.toContain('secrets.');
    expect(last).toContain('secrets.');
    expect(last).not.toContain('- name:');
  });

  it('is a dry run when a person starts it and says nothing else', () => {
    expect(verify).toMatch(/dry_run:\n(?: {8}.*\n)* {8}default: true/);
    expect(submit).toMatch(/DRY_RUN: \$\{\{ inputs\.dry_run == true \}\}/);
  });

  it('has no rights by default, and none to write to the repository', () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    expect(workflow).not.toContain('contents: write');
    expect(workflow.match(/persist-credentials: false/g)).toHaveLength(
      workflow.match(/actions\/checkout@/g)?.length ?? 0,
    );
  });
});
