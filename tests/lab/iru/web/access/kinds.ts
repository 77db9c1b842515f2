/** The methods that can be chosen and what each form asks for (facts/kandji.md §5.2, §10). */
import type { IruMethodKind } from '../../model';

export type Setting = 'domain' | 'clientId' | 'clientSecret';

export interface MethodKind {
  kind: IruMethodKind;
  /** In the list of methods, and in the table. */
  name: string;
  /** Title of the modal once the method exists: the vendor speaks of "the Custom SAML modal". */
  title: string;
  labels: Record<Setting, string>;
  domainExample: string;
}

export function methodKinds(domainLabel: string): MethodKind[] {
  return [
    {
      kind: 'entra',
      name: 'Microsoft Entra ID',
      title: 'Microsoft Entra ID',
      labels: { domain: domainLabel, clientId: 'Client ID', clientSecret: 'Client secret' },
      domainExample: 'contoso.onmicrosoft.com',
    },
    {
      kind: 'google',
      name: 'Google Workspace',
      title: 'Google Workspace',
      labels: { domain: 'Google Workspace domain', clientId: 'Client ID', clientSecret: 'Client secret' },
      domainExample: 'contoso.example',
    },
    {
      kind: 'saml',
      name: 'SAML',
      title: 'Custom SAML',
      labels: { domain: 'IdP Entity ID', clientId: 'Sign In URL', clientSecret: 'Certificate' },
      domainExample: 'https://idp.example/entity',
    },
  ];
}

export function kindNamed(domainLabel: string, kind: IruMethodKind): MethodKind {
  const found = methodKinds(domainLabel).find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(`No method ${kind}`);
  return found;
}
