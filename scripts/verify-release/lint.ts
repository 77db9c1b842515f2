/** What Mozilla's linter says of the Firefox package. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT } from '../zip/packages';
import { ROOT } from '../zip/run';

interface Finding {
  code: string;
  file?: string;
  line?: number;
  column?: number;
}

export interface Lint {
  errors: number;
  warnings: number;
  notices: number;
  /** Everything beyond what is known, as lines to read. */
  unknown: readonly string[];
}

/**
 * Known: react-dom assigns `innerHTML` in two places. Neither can be reached: no component of ours passes markup as a
 * text, and the content security policy's Trusted Types would stop one that did.
 */
const KNOWN = { code: 'UNSAFE_VAR_ASSIGNMENT', count: 2 } as const;

export function lint(build = join(OUTPUT, 'firefox-mv3')): Lint {
  const { stdout } = spawnSync('npx', ['web-ext', 'lint', '--source-dir', build, '--output', 'json'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const found: Record<'errors' | 'warnings' | 'notices', Finding[]> = JSON.parse(stdout);
  const known = found.warnings.filter((finding) => isReactDom(finding, build));
  const unknown = [...found.errors, ...found.warnings, ...found.notices].filter(
    (finding) => !known.slice(0, KNOWN.count).includes(finding),
  );
  return {
    errors: found.errors.length,
    warnings: found.warnings.length,
    notices: found.notices.length,
    unknown: unknown.map(({ code, file, line }) => `${code} ${file ?? ''}:${line ?? ''}`),
  };
}

function isReactDom({ code, file }: Finding, build: string): boolean {
  return (
    code === KNOWN.code &&
    file !== undefined &&
    readFileSync(join(build, file), 'utf8').includes('dangerouslySetInnerHTML')
  );
}
