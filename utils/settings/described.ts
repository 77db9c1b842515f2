/** What each managed setting is for, with a value for the samples: the source of the documentation, in no package. */
import type { ManagedKey, ManagedSettings } from './managed';

interface Described {
  readonly title: string;
  readonly description: string;
  /** `tightens`: the stricter of policy and admin counts. `default`: the admin can change it, where there is a control. */
  readonly kind: 'tightens' | 'default';
  readonly absent: string;
}

export const described: Readonly<Record<ManagedKey, Described>> = {
  vendorTenants: {
    title: 'Vendor tenants',
    description:
      'Console hosts of the vendor tenants that may be chosen and filled, such as acme.kandji.io. One that is no console is ignored and named; where none is left, nothing can be filled.',
    kind: 'tightens',
    absent: 'every Kandji and Iru console',
  },
  maxHoldMinutes: {
    title: 'Longest hold',
    description: 'Minutes that a secret value is held in memory at most, counted from the copy: 1 to 60.',
    kind: 'tightens',
    absent: '60; a value is held for 10 unless the admin says otherwise',
  },
  askMicrosoft: {
    title: 'Ask Microsoft',
    description: 'false: the held secret value is never tried at Microsoft’s token endpoint.',
    kind: 'tightens',
    absent: 'true: on request',
  },
  portalButtons: {
    title: 'Buttons in the portal',
    description:
      'always, or duringJourney: our controls appear in the portal only while a journey is under way. duringJourney cannot be undone by the admin.',
    kind: 'tightens',
    absent: 'always',
  },
  appName: {
    title: 'Name of the app registration',
    description: 'What Fill for Kandji types as the name of a new app registration.',
    kind: 'default',
    absent: 'Kandji or Iru',
  },
  secretDescription: {
    title: 'Description of the secret',
    description: 'What Fill for Kandji types as the description of a new client secret.',
    kind: 'default',
    absent: 'Kandji SSO or Iru SSO',
  },
  reminderDays: {
    title: 'Reminders',
    description: 'Days before a secret’s expiry on which the admin is reminded: whole numbers, 0 to 730.',
    kind: 'default',
    absent: '60, 30, 14, 7, 3, 1, 0',
  },
  helpLink: {
    title: 'Help link',
    description: 'https address of your own instructions. Shown wherever something failed.',
    kind: 'default',
    absent: 'none',
  },
};

/** One value of each, as the samples have it. */
export const sample: Required<ManagedSettings> = {
  vendorTenants: ['acme.kandji.io', 'acme.iru.com'],
  maxHoldMinutes: 5,
  askMicrosoft: false,
  portalButtons: 'duringJourney',
  appName: 'Kandji SSO (managed by IT)',
  secretDescription: 'Kandji SSO, rotated by IT',
  reminderDays: [90, 30, 7],
  helpLink: 'https://intranet.example.com/kandji-sso',
};
