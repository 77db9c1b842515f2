/** What *renew* says otherwise than *set up*, and the offer to renew. `**` marks names of controls. */
import type { SecretName, StepId } from '../handoff/model';
import type { ProjectedState } from '../handoff/projection';
import type { JourneyContext, StepWords } from './journey';
import { commas, say, sentences, texts } from './messages';
import { dayWords } from './times';
import { vendorPlaces } from './vendor-places';

const expiresWords = ({ expiresOn }: SecretName) =>
  expiresOn && say('secretName.expires', { day: dayWords(expiresOn) });

/** The old secret as the portal lists it: `“Kandji SSO” (Secret ID 08e9…, expires 27 Jul 2028)`. */
export function renewedSecretWords(secret: SecretName): string {
  const { description, secretId } = secret;
  const name = description ? say('secretName.quoted', { description }) : say('secretName.inUse');
  const facts = [secretId && say('secretName.secretId', { secretId }), expiresWords(secret)];
  const known = facts.filter((fact): fact is string => fact !== undefined && fact !== '');
  return known.length === 0 ? name : say('secretName.withFacts', { name, facts: commas(known) });
}

/** What is replaced, as the heading of the renewal: the Secret ID stands beside it. */
export function replacesWords(secret: SecretName): { name: string; expiry?: string } {
  const { description } = secret;
  const name = description ? say('renewal.replaces', { description }) : say('renewal.replacesUnnamed');
  const expiry = expiresWords(secret);
  return { name, ...(expiry && { expiry }) };
}

/** Steps that read differently when only the secret changes. */
export const renewalStepWords = {
  newSecret: ({ vendorName: vendor }) => ({
    title: say('renewal.newSecret.title'),
    text: say('renewal.newSecret.text', { vendor }),
  }),
  fill: ({ vendorName: vendor, vendorId }) => ({
    title: say('renewal.fill.title'),
    text: say('renewal.fill.text', { vendor, accessPage: vendorPlaces(vendorId).accessPage }),
  }),
  save: ({ vendorName: vendor }) => ({
    title: say('renewal.save.title'),
    text: say('renewal.save.text', { vendor }),
  }),
  deleteOldSecret: ({ renews }) => ({
    title: say('step.deleteOldSecret.title'),
    text: renews
      ? say('step.deleteOldSecret.named', { secret: renewedSecretWords(renews) })
      : say('step.deleteOldSecret.text'),
  }),
  reminder: (_context: JourneyContext) => ({
    title: say('renewal.reminder.title'),
    text: say('renewal.reminder.text'),
  }),
} as const satisfies Partial<Record<StepId, (context: JourneyContext) => StepWords>>;

export const renewOfferWords = texts('renewal.offer', {
  text: ({ vendorHost: host, appName, expiresOn }: NonNullable<ProjectedState['renewable']>) =>
    sentences(
      appName
        ? say('renewal.offer.signsIn', { app: appName, host })
        : say('renewal.offer.signsInUnnamed', { host }),
      expiresOn
        ? say('renewal.offer.expires', { day: dayWords(expiresOn) })
        : say('renewal.offer.expiryNotKnown'),
    ),
});
