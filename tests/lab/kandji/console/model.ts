/** What the console's API answers: the whole state of a tenant as its administrator may see it. */
import type { ConnectionKind, VendorOptions } from '../../world';

export interface ConnectionView {
  id: string;
  kind: ConnectionKind;
  name: string;
  domain: string;
  clientId: string;
  enabled: boolean;
  /** The link for an Entra administrator. */
  authorizeUrl: string;
}

export interface FormRendering
  extends Pick<VendorOptions, 'secretFieldType' | 'passwordManagerAfterMs' | 'revertFirstWrite' | 'labels'> {
  rememberedPassword: string;
}

export interface ConsoleView {
  tenantName: string;
  region: 'us' | 'eu';
  user: { name: string; email: string };
  members: string[];
  ssoAvailable: boolean;
  standardAuthentication: boolean;
  connections: ConnectionView[];
  form: FormRendering;
}
