/** What the console's backend answers. */
import type { IruConnection, IruOptions } from '../model';

export interface MethodView extends Omit<IruConnection, 'clientSecret'> {
  /** For the identity provider; of a SAML method its assertion consumer service. */
  redirectUrl: string;
  /** Of a SAML method: the service provider's entity ID. */
  entityId: string;
  isComplete: boolean;
  /** The secret itself never comes back to the browser. */
  hasSecret: boolean;
  consentUrl?: string;
}

export interface Rendering
  extends Pick<
    IruOptions,
    | 'secretFieldType'
    | 'passwordManagerAfterMs'
    | 'revertFirstWrite'
    | 'labels'
    | 'redirectUrlMake'
    | 'domainLabel'
    | 'savedSecret'
    | 'modal'
    | 'closesOnOutsidePress'
    | 'signedInMarkers'
  > {
  rememberedPassword: string;
}

export interface TenantView {
  name: string;
  person: { name: string; email: string };
  users: { email: string; role: string }[];
  standardAuthentication: boolean;
  methods: MethodView[];
  rendering: Rendering;
}

export interface MethodSettings
  extends Pick<IruConnection, 'displayName' | 'domain' | 'clientId' | 'limitedToDomains'> {
  /** Absent: keep the saved one. */
  clientSecret?: string;
}
