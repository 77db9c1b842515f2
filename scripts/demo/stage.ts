/** Who and what takes part in the demo. */
import type { Admin } from '../../tests/e2e/harness/admin';
import { ada, hostOf, owner, redirectUris, tess } from '../../tests/e2e/harness/connected';
import type { Surface } from '../../tests/e2e/harness/surface';
import type { Lab } from '../../tests/lab/server';
import type { LabVendorTenant } from '../../tests/lab/world';
import type { Region } from './options';

export interface Stage {
  readonly admin: Admin;
  readonly region: Region;
  readonly host: string;
  readonly redirectUri: string;
  /** What the vendor has saved: for the words of a step, never for deciding. */
  readonly tenant: LabVendorTenant;
  readonly accounts: {
    readonly owner: typeof owner;
    readonly administrator: typeof ada;
    readonly tester: typeof tess;
  };
  /** Tabs, once they are open. */
  portal?: Surface;
  vendor?: Surface;
  connectionName?: string;
}

export function setStage(admin: Admin, lab: Lab, region: Region): Stage {
  const tenant = lab.world.vendorTenants.find((each) => each.region === region);
  if (tenant === undefined) throw new Error(`The lab has no tenant in ${region}.`);
  return {
    admin,
    region,
    tenant,
    host: hostOf(tenant),
    redirectUri: redirectUris[region],
    accounts: { owner, administrator: ada, tester: tess },
  };
}

/** A tab that an earlier step has opened. */
export function open(surface: Surface | undefined): Surface {
  if (surface === undefined) throw new Error('An earlier step has not opened this tab.');
  return surface;
}
