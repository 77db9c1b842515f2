/** Is a secret anywhere in a folder? Looks into every file, in every encoding a browser writes and every packing it uses. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Format, type Packed, type SqliteCompanions, unpackAll } from './profile-formats';

export type Encoding = 'utf8' | 'utf16le' | 'base64' | 'base64url' | 'hex';

export interface Hit {
  /** Relative to the folder. */
  file: string;
  encoding: Encoding;
  /** What the bytes were packed in, outermost first; empty = as they lie on disk. */
  packedIn: Format[];
}

export interface ScanReport {
  files: number;
  bytes: number;
  hits: Hit[];
  /** How many pieces of each format were unpacked and searched: a scan that unpacks nothing proves nothing. */
  decoded: Record<Format, number>;
  /** Files that were there and could not be read. */
  unread: string[];
}

/** Packings inside packings: a gzip stream in a database in a file. */
const DEPTH = 3;

const COMPANIONS = ['-wal', '-journal'];

/** The secret as bytes, in every way it may have been written. */
function patternsOf(secret: string): { encoding: Encoding; pattern: Buffer }[] {
  const plain = [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')];
  const patterns = plain.flatMap((bytes, index): { encoding: Encoding; pattern: Buffer }[] => [
    { encoding: index === 0 ? 'utf8' : 'utf16le', pattern: bytes },
    ...alignments(bytes, 'base64').map((pattern) => ({ encoding: 'base64' as const, pattern })),
    ...alignments(bytes, 'base64url').map((pattern) => ({ encoding: 'base64url' as const, pattern })),
    { encoding: 'hex', pattern: Buffer.from(bytes.toString('hex')) },
    { encoding: 'hex', pattern: Buffer.from(bytes.toString('hex').toUpperCase()) },
  ]);
  return patterns.filter(
    ({ pattern }, index) => patterns.findIndex((other) => other.pattern.equals(pattern)) === index,
  );
}

/** Base64 of the secret when 0, 1 or 2 bytes stand before it, without the characters that depend on its neighbours. */
function alignments(bytes: Buffer, encoding: 'base64' | 'base64url'): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString(encoding)
      .replaceAll('=', '');
    const first = Math.ceil((before * 8) / 6);
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return Buffer.from(text.slice(first, whole));
  });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

function companionsOf(file: string): SqliteCompanions {
  return Object.fromEntries(
    COMPANIONS.filter((suffix) => existsSync(`${file}${suffix}`)).map((suffix) => [
      suffix,
      readFileSync(`${file}${suffix}`),
    ]),
  );
}

/**
 * Reads every file under a folder. Best after the browser has ended: what it still holds in memory is then written.
 *
 * @param secret At least 8 characters; shorter ones are found by chance.
 */
export function scanFolder(folder: string, secret: string): ScanReport {
  if (secret.length < 8) throw new Error('Too short to be looked for.');
  const patterns = patternsOf(secret);
  const report: ScanReport = {
    files: 0,
    bytes: 0,
    hits: [],
    decoded: { mozLz4: 0, leveldbTable: 0, leveldbLog: 0, snappy: 0, gzip: 0, zstd: 0, sqlite: 0 },
    unread: [],
  };
  const search = (file: string, { name, bytes, companions }: Packed, packedIn: Format[]) => {
    for (const { encoding, pattern } of patterns) {
      if (bytes.includes(pattern)) report.hits.push({ file, encoding, packedIn });
    }
    if (packedIn.length >= DEPTH) return;
    for (const { format, pieces } of unpackAll({ name, bytes, companions })) {
      report.decoded[format] += pieces.length;
      for (const piece of pieces)
        search(file, { name: '', bytes: piece, companions: {} }, [...packedIn, format]);
    }
  };
  for (const path of filesUnder(folder)) {
    const file = relative(folder, path);
    try {
      report.bytes += statSync(path).size;
      search(file, { name: basename(path), bytes: readFileSync(path), companions: companionsOf(path) }, []);
      report.files += 1;
    } catch {
      report.unread.push(file);
    }
  }
  return report;
}
