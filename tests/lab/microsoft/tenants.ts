/** The tenant segment of Microsoft's addresses: a directory, or one of the words for "any directory". */
import type { LabDirectory, World } from '../world';
import { findDirectory } from './apps';
import { problems, Refusal } from './problems';

export type TenantSegment =
  | { kind: 'directory'; segment: string; directory: LabDirectory }
  | { kind: 'any'; segment: 'common' | 'organizations' };

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i;

/** @throws {Refusal} 90002 where no directory has this name, 900023 where nothing could be called so. */
export function resolveTenant(world: World, host: string, segment: string): TenantSegment {
  const name = segment.toLowerCase();
  if (name === 'common' || name === 'organizations') return { kind: 'any', segment: name };
  if (!GUID.test(name) && !DOMAIN.test(name)) throw new Refusal(problems.tenantMalformed(segment));
  const directory = findDirectory(world, host, name);
  if (!directory) throw new Refusal(problems.tenantNotFound(segment));
  return { kind: 'directory', segment, directory };
}
