/** Writes the tokens as the style sheet of the extension's pages: `npx tsx scripts/tokens.ts`, after changing them. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tokenSheet } from '../utils/look/tokens';

const file = fileURLToPath(new URL('../components/tokens.css', import.meta.url));
writeFileSync(file, tokenSheet());
execFileSync('npx', ['biome', 'format', '--write', file], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
