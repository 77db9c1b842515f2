/** Something for the scan to find: the same words in every packing a browser uses. A scan that misses one proves nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { compress } from 'snappyjs';
import type { Hit } from '../harness/profile-scan';

const FOLDER = 'Default/planted';

/** An LZ4 block of literals only, behind Mozilla's magic number and the size. */
function mozLz4(text: string): Buffer {
  const literals = Buffer.from(text);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(literals.length);
  const lengths: number[] = [];
  let left = literals.length - 15;
  for (; left >= 255; left -= 255) lengths.push(255);
  return Buffer.concat([Buffer.from('mozLz40\0'), size, Buffer.from([0xf0, ...lengths, left]), literals]);
}

/** A value that lies on disk in pieces: it begins at the end of a page. */
function sqlite(file: string, text: string): void {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE planted (content TEXT)');
  database.prepare('INSERT INTO planted VALUES (?)').run(`${'-'.repeat(4_050)}${text}${'-'.repeat(9_000)}`);
  database.close();
}

/**
 * Plants a control value into a profile.
 *
 * @returns the hits that a scan for it has to have.
 */
export function plantControls(profileDir: string, control: string): Hit[] {
  const folder = join(profileDir, FOLDER);
  mkdirSync(folder, { recursive: true });
  const text = `before ${control} after`;
  const noise = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 7) % 256));
  const files: Record<string, Buffer | string> = {
    plain: text,
    utf16: Buffer.from(text, 'utf16le'),
    base64: Buffer.from(text).toString('base64'),
    'recovery.jsonlz4': mozLz4(text),
    snappy: Buffer.from(compress(Buffer.from(text))),
    gzip: Buffer.concat([noise, gzipSync(text), noise]),
    zstd: zstdCompressSync(text),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  sqlite(join(folder, 'sqlite'), text);
  const at = (name: string) => join(FOLDER, name);
  return [
    { file: at('plain'), encoding: 'utf8', packedIn: [] },
    { file: at('utf16'), encoding: 'utf16le', packedIn: [] },
    { file: at('base64'), encoding: 'base64', packedIn: [] },
    { file: at('recovery.jsonlz4'), encoding: 'utf8', packedIn: ['mozLz4'] },
    { file: at('snappy'), encoding: 'utf8', packedIn: ['snappy'] },
    { file: at('gzip'), encoding: 'utf8', packedIn: ['gzip'] },
    { file: at('zstd'), encoding: 'utf8', packedIn: ['zstd'] },
    { file: at('sqlite'), encoding: 'utf8', packedIn: ['sqlite'] },
  ];
}
