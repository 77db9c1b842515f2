/** What *renew* says otherwise than *set up*, and the offer to renew. `**` marks names of controls. */
import type { SecretName, StepId } from '../handoff/model';
import type { ProjectedState } from '../handoff/projection';
import type { JourneyContext, StepWords } from './journey';
import { dayWords } from './times';
import { vendorPlaces } from './vendor-places';

/** The old secret as the portal lists it: `“Kandji SSO” (Secret ID 08e9…, expires 27 Jul 2028)`. */
export function renewedSecretWords({ description, secretId, expiresOn }: SecretName): string {
  const facts = [secretId && `Secret ID ${secretId}`, expiresOn && `expires ${dayWords(expiresOn)}`];
  const named = facts.filter(Boolean).join(', ');
  const name = description ? `“${description}”` : 'the secret in use';
  return named === '' ? name : `${name} (${named})`;
}

/** What is replaced, as the heading of the renewal: the Secret ID stands beside it. */
export function replacesWords({ description, expiresOn }: SecretName): { name: string; expiry?: string } {
  const name = description ? `Replaces “${description}”` : 'Replaces the secret in use';
  return { name, ...(expiresOn && { expiry: `expires ${dayWords(expiresOn)}` }) };
}

/** Steps that read differently when only the secret changes. */
export const renewalStepWords = {
  newSecret: ({ vendorName }) => ({
    title: 'Create a new client secret',
    text:
      `Under **Certificates & secrets**, press **New client secret**, then **Fill for ${vendorName}** ` +
      `(24 months), then **Add**. The old secret goes on working until you delete it.`,
  }),
  fill: ({ vendorName, vendorId }) => ({
    title: 'Replace the secret',
    text:
      `In ${vendorName} under ${vendorPlaces(vendorId).accessPage}, open the connection’s **…** menu and press ` +
      `**Configure**. With its form open, press **Fill ${vendorName} form** below. Only the secret changes.`,
  }),
  save: ({ vendorName }) => ({
    title: 'Save the connection',
    text: `Look the form over and press **Save**. ${vendorName} then signs in with the new secret.`,
  }),
  deleteOldSecret: ({ renews }) => ({
    title: 'Delete the old secret',
    text:
      `Under **Certificates & secrets**, delete the row that is marked **Safe to delete**` +
      (renews ? `: ${renewedSecretWords(renews)}.` : '.'),
  }),
  reminder: (_context: JourneyContext) => ({
    title: 'Set the new reminder',
    text: 'Records the day the new secret expires. After that day nobody can sign in through the connection.',
  }),
} as const satisfies Partial<Record<StepId, (context: JourneyContext) => StepWords>>;

export const renewOfferWords = {
  heading: 'Renew the client secret',
  text: ({ vendorHost, appName, expiresOn }: NonNullable<ProjectedState['renewable']>) =>
    `${appName ?? 'This app registration'} signs users in to ${vendorHost}. ` +
    (expiresOn
      ? `Its client secret expires ${dayWords(expiresOn)}.`
      : 'When its client secret expires is not known.'),
  renew: 'Renew this secret',
  notKnown: 'This connection is not on record any more. Nothing was started.',
} as const;
