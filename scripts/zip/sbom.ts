/**
 * The bill of materials in CycloneDX: what is in the packages, from the lock file. Without the time, the serial number,
 * the folder and the version of npm that npm writes into it, so that it is the same for everyone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './run';

interface Component {
  'bom-ref': string;
  name: string;
  properties?: readonly { name: string; value: string }[];
}

interface Dependency {
  ref: string;
  dependsOn: readonly string[];
}

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { 'bom-ref': string; name: string } };
  components: readonly Component[];
  dependencies: readonly Dependency[];
}

export interface BillOfMaterials {
  text: string;
  /** Names of what is in the packages, ours not among them. */
  shipped: readonly string[];
  /** How many packages build, lint and test it. */
  tools: number;
}

/** npm's own `--omit dev` leaves out what a tool needs as well, React among it: the lock file's mark is what counts. */
const isTool = ({ properties = [] }: Component) =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');

export function billOfMaterials(): BillOfMaterials {
  const bom: Bom = JSON.parse(run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']));
  const { name }: { name: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const components = bom.components.filter((component) => !isTool(component));
  const refs = new Set([bom.metadata.component['bom-ref'], ...components.map((each) => each['bom-ref'])]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  const { serialNumber: _random, ...rest } = bom;
  const { timestamp: _now, tools: _npm, ...metadata } = bom.metadata;
  const shipped = {
    ...rest,
    metadata: { ...metadata, component: { ...metadata.component, name } },
    components,
    dependencies,
  };
  return {
    text: `${JSON.stringify(shipped, null, 2)}\n`,
    shipped: components.map((component) => component.name),
    tools: bom.components.length - components.length,
  };
}
