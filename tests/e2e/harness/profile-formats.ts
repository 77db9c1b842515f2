/** Ways in which browsers pack what they write to disk. Each unpacker returns the plain pieces it finds in some bytes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { constants, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { uncompress } from 'snappyjs';

export type Format = 'mozLz4' | 'leveldbTable' | 'leveldbLog' | 'snappy' | 'gzip' | 'zstd' | 'sqlite';

/** Nothing in a test's profile unpacks to more. */
const MOST_BYTES = 64 * 1024 * 1024;

const attempt = (unpack: () => Uint8Array): Buffer[] => {
  try {
    return [Buffer.from(unpack())];
  } catch {
    return [];
  }
};

const MOZ_LZ4 = Buffer.from('mozLz40\0', 'latin1');

/**
 * One LZ4 block (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md).
 *
 * @throws {RangeError} when the bytes are not such a block.
 */
export function unpackLz4Block(block: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let read = 0;
  let written = 0;
  const length = (nibble: number) => {
    let total = nibble;
    for (let byte = nibble === 15 ? 255 : 0; byte === 255; ) {
      byte = block.readUInt8(read++);
      total += byte;
    }
    return total;
  };
  while (read < block.length) {
    const token = block.readUInt8(read++);
    const literals = length(token >> 4);
    if (written + literals > size) throw new RangeError('literals past the end');
    written += block.copy(out, written, read, read + literals);
    read += literals;
    if (read >= block.length) break;
    const offset = block.readUInt16LE(read);
    read += 2;
    const repeats = length(token & 15) + 4;
    if (offset === 0 || offset > written || written + repeats > size) throw new RangeError('no such match');
    for (let count = 0; count < repeats; count += 1) {
      out.writeUInt8(out.readUInt8(written - offset), written);
      written += 1;
    }
  }
  return out.subarray(0, written);
}

/** Firefox: `recovery.jsonlz4`, `addonStartup.json.lz4`. Magic, size as 32 bits, one block. */
function fromMozLz4(bytes: Buffer): Buffer[] {
  if (!bytes.subarray(0, MOZ_LZ4.length).equals(MOZ_LZ4)) return [];
  const size = bytes.readUInt32LE(MOZ_LZ4.length);
  return size > MOST_BYTES ? [] : attempt(() => unpackLz4Block(bytes.subarray(MOZ_LZ4.length + 4), size));
}

/** Compressed streams may stand in the middle of a file (cache entries): every place with the magic number is tried. */
function everyPlace(bytes: Buffer, magic: readonly number[], unpack: (from: Buffer) => Uint8Array): Buffer[] {
  const pieces: Buffer[] = [];
  const wanted = Buffer.from(magic);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    pieces.push(...attempt(() => unpack(bytes.subarray(at))));
  }
  return pieces;
}

/**
 * One gzip member (RFC 1952), also one that was cut off or has other bytes behind it: Node's own `gunzip` refuses those.
 *
 * @throws {Error} when the bytes are no such member.
 */
function unpackGzip(from: Buffer): Buffer {
  const flags = from.readUInt8(3);
  let at = 10;
  if (flags & 4) at += 2 + from.readUInt16LE(at);
  for (const textFlag of [8, 16]) if (flags & textFlag) at = from.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  return inflateRawSync(from.subarray(at), {
    maxOutputLength: MOST_BYTES,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
}

const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex');

function readVarint(bytes: Buffer, from: number): { value: number; next: number } {
  let value = 0;
  let shift = 1;
  for (let next = from; ; ) {
    const byte = bytes.readUInt8(next++);
    value += (byte & 127) * shift;
    if (byte < 128) return { value, next };
    shift *= 128;
  }
}

interface BlockHandle {
  offset: number;
  size: number;
}

function readHandle(bytes: Buffer, from: number): { handle: BlockHandle; next: number } {
  const offset = readVarint(bytes, from);
  const size = readVarint(bytes, offset.next);
  return { handle: { offset: offset.value, size: size.value }, next: size.next };
}

/** A block is followed by one byte: 0 = plain, 1 = snappy, 2 = zstd (table_format.md of LevelDB). */
function readBlock(bytes: Buffer, { offset, size }: BlockHandle): Buffer {
  const block = bytes.subarray(offset, offset + size);
  const packing = bytes.readUInt8(offset + size);
  if (packing === 1) return Buffer.from(uncompress(block, MOST_BYTES));
  return packing === 2 ? zstdDecompressSync(block) : block;
}

/** Values of a block's entries; keys share prefixes and are put together. */
function* entriesOf(block: Buffer): Generator<{ key: Buffer; value: Buffer }> {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  let key: Buffer = Buffer.alloc(0);
  for (let at = 0; at < end; ) {
    const shared = readVarint(block, at);
    const unshared = readVarint(block, shared.next);
    const size = readVarint(block, unshared.next);
    const keyEnd = size.next + unshared.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(size.next, keyEnd)]);
    at = keyEnd + size.value;
    yield { key, value: block.subarray(keyEnd, at) };
  }
}

/** Chromium's `.ldb`: extension storage, local storage, IndexedDB. */
function fromLeveldbTable(bytes: Buffer): Buffer[] {
  if (!bytes.subarray(-8).equals(TABLE_MAGIC)) return [];
  return attempt(() => {
    const footer = bytes.length - 48;
    const index = readHandle(bytes, readHandle(bytes, footer).next).handle;
    const pieces: Buffer[] = [];
    for (const { value } of entriesOf(readBlock(bytes, index))) {
      for (const entry of entriesOf(readBlock(bytes, readHandle(value, 0).handle))) {
        pieces.push(entry.key, entry.value);
      }
    }
    return Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')]));
  });
}

const LOG_BLOCK = 32_768;
const LOG_HEADER = 7;

/** LevelDB's `.log`: records cut into pieces at every 32 KiB, each with a header of 7 bytes (log_format.md). */
function fromLeveldbLog(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at + LOG_HEADER <= bytes.length; ) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const size = left < LOG_HEADER ? 0 : bytes.readUInt16LE(at + 4);
    const kind = left < LOG_HEADER ? 0 : bytes.readUInt8(at + 6);
    if (kind === 0 || kind > 4 || size > left - LOG_HEADER) {
      at += left;
      continue;
    }
    pieces.push(bytes.subarray(at + LOG_HEADER, at + LOG_HEADER + size));
    // Whole or last piece: records must not run into each other.
    if (kind === 1 || kind === 4) pieces.push(Buffer.from('\n'));
    at += LOG_HEADER + size;
  }
  return pieces.length > 0 ? [Buffer.concat(pieces)] : [];
}

/** A database is read row by row as well: a value that is longer than a page lies on disk in pieces. */
function fromSqlite(bytes: Buffer, beside: SqliteCompanions): Buffer[] {
  if (!bytes.subarray(0, 16).equals(Buffer.from('SQLite format 3\0', 'latin1'))) return [];
  const folder = mkdtempSync(join(tmpdir(), 'sso-courier-sqlite-'));
  try {
    const file = join(folder, 'copy.sqlite');
    writeFileSync(file, bytes);
    for (const [suffix, content] of Object.entries(beside)) writeFileSync(`${file}${suffix}`, content);
    const database = new DatabaseSync(file);
    try {
      return valuesOf(database);
    } finally {
      database.close();
    }
  } catch {
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files that belong to a database, by suffix: `-wal`, `-journal`. */
export type SqliteCompanions = Readonly<Record<string, Buffer>>;

function valuesOf(database: DatabaseSync): Buffer[] {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return tables.flatMap(({ name }) => {
    const rows = attemptRows(database, String(name));
    return rows.flatMap((row) =>
      Object.values(row).flatMap((value) => {
        if (typeof value === 'string') return [Buffer.from(value, 'utf8')];
        return value instanceof Uint8Array ? [Buffer.from(value)] : [];
      }),
    );
  });
}

/** Virtual tables whose module is not built in cannot be read; their content stands in ordinary tables. */
function attemptRows(database: DatabaseSync, table: string) {
  try {
    return database.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`).all();
  } catch {
    return [];
  }
}

/** A copy of at most 64 bytes takes 3: claims of more are other bytes that look like snappy. */
const SNAPPY_RATIO = 22;

/** Bytes that are one snappy stream, as Firefox keeps values inside its databases. */
function fromSnappy(bytes: Buffer): Buffer[] {
  const most = Math.min(MOST_BYTES, bytes.length * SNAPPY_RATIO);
  return bytes.length < 8 ? [] : attempt(() => uncompress(bytes, most));
}

export interface Packed {
  readonly name: string;
  readonly bytes: Buffer;
  readonly companions: SqliteCompanions;
}

/** All plain pieces, by the format they were in. A file that only looks like a format yields nothing. */
export function unpackAll({ name, bytes, companions }: Packed): { format: Format; pieces: Buffer[] }[] {
  return [
    { format: 'mozLz4' as const, pieces: fromMozLz4(bytes) },
    { format: 'leveldbTable' as const, pieces: fromLeveldbTable(bytes) },
    { format: 'leveldbLog' as const, pieces: /\.log$|MANIFEST-/.test(name) ? fromLeveldbLog(bytes) : [] },
    { format: 'snappy' as const, pieces: fromSnappy(bytes) },
    {
      format: 'gzip' as const,
      pieces: everyPlace(bytes, [0x1f, 0x8b, 8], unpackGzip),
    },
    {
      format: 'zstd' as const,
      pieces: everyPlace(bytes, [0x28, 0xb5, 0x2f, 0xfd], (from) => zstdDecompressSync(from)),
    },
    { format: 'sqlite' as const, pieces: fromSqlite(bytes, companions) },
  ].filter(({ pieces }) => pieces.length > 0);
}
