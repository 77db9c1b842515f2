import { kandji } from './kandji';
import type { VendorProfile } from './profile';

/**
 * Iru generation: Iru Identity behind a per-tenant host, vendor first, a redirect URI of its own per tenant.
 * Source: docs.iru.com "Single sign-on with Microsoft Entra ID (native)" (versions 1 to 3) and its Google twin, which is
 * complete where the Entra article's text was cut (facts, kandji §5.2).
 */
export const iru: VendorProfile = {
  ...kandji,
  id: 'iru',
  name: 'Iru',
  order: 'vendorFirst',
  regions: [
    {
      id: 'any',
      name: 'All regions',
      consoleSuffix: '.iru.com',
      // `vpriix.id.iru.com` in the vendor's own example: not the readable subdomain, so it cannot be derived.
      identityHost: '*.id.iru.com',
      redirectUri: { kind: 'shownByVendor' },
    },
  ],
  fields: {
    ...kandji.fields,
    directoryDomain: {
      ...kandji.fields.directoryDomain,
      labels: [
        'Entra ID domain',
        'Microsoft Entra ID domain',
        'Microsoft Entra domain',
        ...kandji.fields.directoryDomain.labels,
      ],
    },
    secretValue: {
      ...kandji.fields.secretValue,
      labels: ['Client secret', ...kandji.fields.secretValue.labels],
    },
  },
  consent: 'portal',
  consentHosts: [
    '*.id.iru.com',
    '*.auth0.com',
    'login.microsoftonline.com',
    'login.microsoftonline.us',
    'login.partner.microsoftonline.cn',
  ],
  console: {
    ...kandji.console,
    words: {
      ...kandji.console.words,
      enable: ['Allow for tenant authentication'],
      disable: [
        'Disallow for tenant authentication',
        'Disallow',
        'Disable',
        'Do not allow for tenant authentication',
      ],
      // The vendor's text names the sign-ins, not the switch: the Kandji generation's word for it.
      standardAuthentication: ['Standard authentication'],
      authentication: ['Authentication methods'],
      accessTab: [],
      // Order and labels: version 3 of the article (facts, kandji §5.2).
      wayToForm: [
        { words: ['Account menu', 'Account Menu Button'], where: 'navigation' },
        { words: ['Access'], where: 'navigation' },
        { words: ['Admin and authentication'], where: 'navigation' },
        { words: ['Authentication method', 'Add authentication method'], where: 'section' },
        { words: ['Microsoft Entra ID'], where: 'dialog' },
        { words: ['Create'], where: 'dialog' },
      ],
      redirectUri: ['Redirect URL', 'Redirect URI', 'Callback URL'],
      active: ['Allowed for tenant authentication', 'Allowed', 'Active', 'Enabled'],
      inactive: ['Not allowed for tenant authentication', 'Not allowed', 'Inactive', 'Disabled'],
    },
  },
  signIn: {
    ...kandji.signIn,
    // Paths of Iru Identity are not published: what is no callback and shows no error counts as its sign-in.
    loginPath: /log-?in|sign-?in|^\/$|authenticate/i,
    loginButtons: /^(?:continue|sign in|log in) with\b|^(?:sign|log) ?in$/i,
    callbackPath: /callback/i,
    // Its wording is not published either: the standard's error codes of a failed exchange count as well.
    userNotInvited:
      /\b(?:not|isn[’']t|aren[’']t) (?:an? |part of |yet )?(?:user|member|team member|invited)|no (?:such )?(?:user|account)\b|user (?:does not|doesn[’']t) exist|(?:do not|don[’']t) have access/i,
    tokenExchangeFailed:
      /failed to obtain access token|invalid_client|invalid client secret|token exchange failed/i,
  },
  standardSignIns: ['passkeys', 'googleSocial', 'microsoftSocial'],
  samlUrl: 'https://docs.iru.com/en/endpoint/integrations/single-sign-on-integrations',
  appName: 'Iru',
  secretDescription: 'Iru SSO',
  articleUrl:
    'https://docs.iru.com/en/endpoint/integrations/single-sign-on-integrations/single-sign-on-with-microsoft-entra-id-native',
};
