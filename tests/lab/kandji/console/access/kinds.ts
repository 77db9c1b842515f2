/** The connection types and what each form asks for, in the vendor's words (facts/kandji.md §5, §9, §10). */
import type { ConnectionKind } from '../../../world';
import type { ConnectionValues } from '../store';

export interface FieldSpec {
  value: keyof Omit<ConnectionValues, 'kind'>;
  label: string;
  hint?: string;
}

export interface KindSpec {
  kind: ConnectionKind;
  option: string;
  about: string;
  /** As listed in the table. */
  type: string;
  defaultName: string;
  fields: FieldSpec[];
}

const NAME: FieldSpec = { value: 'name', label: 'Name', hint: 'Shown on the login page.' };

export const KINDS: KindSpec[] = [
  {
    kind: 'azure',
    option: 'Azure Active Directory',
    about: 'Native connection to Microsoft Entra ID',
    type: 'Native Azure AD Application (Microsoft Identity Services APIv2)',
    defaultName: 'Azure AD',
    fields: [
      NAME,
      { value: 'domain', label: 'Azure Active (Entra ID) Directory Domain' },
      { value: 'clientId', label: 'Client ID' },
      { value: 'clientSecret', label: 'Client Secret' },
    ],
  },
  {
    kind: 'google',
    option: 'Google Workspace',
    about: 'Native connection to Google Workspace',
    type: 'Native Google Workspace Application',
    defaultName: 'Google Workspace',
    fields: [
      NAME,
      { value: 'domain', label: 'Google Workspace Domain' },
      { value: 'clientId', label: 'Client ID' },
      { value: 'clientSecret', label: 'Client Secret' },
    ],
  },
  {
    kind: 'saml',
    option: 'Custom SAML',
    about: 'Any identity provider that speaks SAML 2.0',
    type: 'SAML based Single Sign-on (with support for SLO)',
    defaultName: 'SAML',
    fields: [
      NAME,
      { value: 'domain', label: 'Sign-In URL' },
      { value: 'clientId', label: 'User ID Attribute' },
      { value: 'clientSecret', label: 'Signing Certificate' },
    ],
  },
];

export function specOf(kind: ConnectionKind): KindSpec {
  const spec = KINDS.find((candidate) => candidate.kind === kind);
  if (!spec) throw new Error(`No connection type ${kind}`);
  return spec;
}
