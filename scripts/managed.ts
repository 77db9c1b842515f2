/** Writes everything that follows from the managed settings' schema: `npx tsx scripts/managed.ts`, after changing it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generated } from './managed/files';

const ROOT = join(import.meta.dirname, '..');

const files = generated((path) => readFileSync(join(ROOT, path), 'utf8'));
for (const [path, text] of files) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
}
console.log(`${files.size} files written.`);
