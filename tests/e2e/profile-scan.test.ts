/** The scan of the browser's profile finds a secret wherever a browser could leave one; that is what its silence is worth. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { compress } from 'snappyjs';
import type { Browser } from 'webextension-polyfill';
import { browserOf, launch } from './harness/launch';
import { type Hit, scanFolder } from './harness/profile-scan';
import { serveSite } from './harness/site';

declare const chrome: Browser;

const SECRET = 'xQz8Q~kT.9_bV-7nWmLr2sYd4uHj6pAeC0fGi3oB';
/** Text that compresses, with the secret cut in two by a repetition so that no packed form holds it whole. */
const TEXT = `${SECRET.slice(0, 25)} and then ${'padding '.repeat(40)}${SECRET} is saved ${'again '.repeat(20)}`;

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sso-courier-scan-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An LZ4 block whose second half is a match into the first: the secret is whole only after unpacking. */
function mozLz4(text: string): Buffer {
  const half = Buffer.from(text.slice(0, 14));
  const rest = Buffer.from(text.slice(14));
  const runOf = (size: number) => (size < 15 ? [size << 4] : [0xf0, size - 15]);
  const [token = 0, ...more] = runOf(half.length);
  // Four bytes are copied from the start, then come the literals that remain.
  const block = Buffer.concat([
    Buffer.from([token, ...more]),
    half,
    Buffer.from([half.length, 0]),
    Buffer.from(runOf(rest.length)),
    rest,
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(half.length + 4 + rest.length);
  return Buffer.concat([Buffer.from('mozLz40\0'), size, block]);
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];

/** One entry a block, as LevelDB writes a table: data block, index block, footer. */
function leveldbTable(value: Buffer): Buffer {
  const block = (key: string, content: Buffer) =>
    Buffer.concat([
      Buffer.from([0, ...varint(key.length), ...varint(content.length)]),
      Buffer.from(key),
      content,
      Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
    ]);
  const data = Buffer.from(compress(block('key', value)));
  const index = block('key', Buffer.from([...varint(0), ...varint(data.length)]));
  const trailer = (packing: number) => Buffer.from([packing, 0, 0, 0, 0]);
  const footer = Buffer.alloc(48);
  const indexAt = data.length + 5;
  Buffer.from([0, 0, ...varint(indexAt), ...varint(index.length)]).copy(footer);
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40);
  return Buffer.concat([data, trailer(1), index, trailer(0), footer]);
}

/** A record that is cut in the middle of the secret by the end of a 32 KiB block. */
function leveldbLog(text: string): Buffer {
  const record = (kind: number, bytes: Buffer) => {
    const header = Buffer.alloc(7);
    header.writeUInt16LE(bytes.length, 4);
    header.writeUInt8(kind, 6);
    return Buffer.concat([header, bytes]);
  };
  const first = Buffer.concat([Buffer.alloc(32_768 - 7 - 12, 'x'), Buffer.from(text.slice(0, 12))]);
  return Buffer.concat([record(2, first), record(4, Buffer.from(text.slice(12)))]);
}

function sqlite(fill: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(folder, 'planted'));
  database.exec('CREATE TABLE moz_items (name TEXT, content BLOB)');
  fill(database);
  database.close();
}

const put = (bytes: Buffer | string, name = 'planted') => writeFileSync(join(folder, name), bytes);
const noise = randomBytes(500);

const cases: { where: string; plant: () => void; hit: Omit<Hit, 'file'>; file?: string }[] = [
  { where: 'plain text', plant: () => put(TEXT), hit: { encoding: 'utf8', packedIn: [] } },
  {
    where: 'UTF-16',
    plant: () => put(Buffer.from(TEXT, 'utf16le')),
    hit: { encoding: 'utf16le', packedIn: [] },
  },
  {
    where: 'hex',
    plant: () => put(Buffer.from(SECRET).toString('hex')),
    hit: { encoding: 'hex', packedIn: [] },
  },
  ...['', 'a', 'ab'].map((before) => ({
    where: `base64 after ${before.length} bytes`,
    plant: () => put(Buffer.from(`${before}${SECRET} and more`).toString('base64')),
    hit: { encoding: 'base64' as const, packedIn: [] },
  })),
  {
    where: 'base64 of UTF-16',
    plant: () => put(Buffer.from(`a${SECRET}`, 'utf16le').toString('base64')),
    hit: { encoding: 'base64', packedIn: [] },
  },
  {
    where: 'mozLz4',
    plant: () => put(mozLz4(SECRET.slice(0, 14) + SECRET), 'recovery.jsonlz4'),
    file: 'recovery.jsonlz4',
    hit: { encoding: 'utf8', packedIn: ['mozLz4'] },
  },
  {
    where: 'snappy',
    plant: () => put(Buffer.from(compress(Buffer.from(TEXT)))),
    hit: { encoding: 'utf8', packedIn: ['snappy'] },
  },
  {
    where: 'a LevelDB table',
    plant: () => put(leveldbTable(Buffer.from(TEXT)), '000005.ldb'),
    file: '000005.ldb',
    hit: { encoding: 'utf8', packedIn: ['leveldbTable'] },
  },
  {
    where: 'a LevelDB log, over the edge of a block',
    plant: () => put(leveldbLog(SECRET), '000003.log'),
    file: '000003.log',
    hit: { encoding: 'utf8', packedIn: ['leveldbLog'] },
  },
  {
    where: 'gzip in the middle of a file',
    plant: () => put(Buffer.concat([noise, gzipSync(TEXT), noise])),
    hit: { encoding: 'utf8', packedIn: ['gzip'] },
  },
  { where: 'zstd', plant: () => put(zstdCompressSync(TEXT)), hit: { encoding: 'utf8', packedIn: ['zstd'] } },
  {
    where: 'a value of a database that spans pages',
    plant: () =>
      sqlite((database) =>
        database
          .prepare('INSERT INTO moz_items VALUES (?, ?)')
          .run('x', `${'-'.repeat(4050)}${SECRET}${'-'.repeat(9000)}`),
      ),
    hit: { encoding: 'utf8', packedIn: ['sqlite'] },
  },
  {
    where: 'a snappy value of a database',
    plant: () =>
      sqlite((database) =>
        database.prepare('INSERT INTO moz_items VALUES (?, ?)').run('x', compress(Buffer.from(TEXT))),
      ),
    hit: { encoding: 'utf8', packedIn: ['sqlite', 'snappy'] },
  },
];

for (const { where, plant, hit, file = 'planted' } of cases) {
  test(`finds a secret in ${where}`, () => {
    plant();
    expect(scanFolder(folder, SECRET).hits).toContainEqual({ file, ...hit });
    expect(scanFolder(folder, SECRET.replace('8Q~', '7Q~')).hits).toEqual([]);
  });
}

test('finds it in a deep folder, counts what it read and names what it could not', () => {
  mkdirSync(join(folder, 'Default/Local Storage'), { recursive: true });
  put(TEXT, 'Default/Local Storage/a');
  put('nothing', 'b');
  const report = scanFolder(folder, SECRET);
  expect(report).toMatchObject({ files: 2, bytes: TEXT.length + 7, unread: [] });
  expect(report.hits.map((hit) => hit.file)).toEqual([join('Default', 'Local Storage', 'a')]);
});

/** Where a browser keeps what the extension and a page store. */
const PLACES = {
  chromium: { extension: 'Local Extension Settings', page: 'Local Storage' },
  firefox: { extension: 'moz-extension+++', page: 'https+++ordinary.example' },
} as const;

test('finds what the extension and a page put into the profile of a real browser', async ({
  browserName,
}) => {
  const site = await serveSite({ 'ordinary.example/': '<title>Ordinary</title>' });
  const session = await launch(site, { browser: browserOf(browserName), privateWindows: 'notAllowed' });
  try {
    const plant = (name: string) => `${name}-${SECRET}`;
    await session.inBackground((value) => chrome.storage.local.set({ planted: value }), plant('local'));
    await session.inBackground((value) => chrome.storage.session.set({ planted: value }), plant('session'));
    const page = await session.openTab('https://ordinary.example/');
    await page.evaluate(`localStorage.setItem('planted', ${JSON.stringify(plant('page'))})`);
    expect(await session.stored('local')).toMatchObject({ planted: plant('local') });
    await session.stop();
    const filesWith = (name: string) =>
      scanFolder(session.profileDir, plant(name)).hits.map(({ file }) => file);
    expect(filesWith('local').join()).toContain(PLACES[browserOf(browserName)].extension);
    expect(filesWith('page').join()).toContain(PLACES[browserOf(browserName)].page);
    expect(filesWith('session')).toEqual([]);
    expect(scanFolder(session.profileDir, SECRET).unread).toEqual([]);
  } finally {
    await session.close();
    await site.close();
  }
});
