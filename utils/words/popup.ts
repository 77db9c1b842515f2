/** The popup and the side panel in words: header, held values, actions, paste boxes. `**` marks names of controls. */
import type { SecretName, WipeReason } from '../handoff/model';
import type { ProjectedState } from '../handoff/projection';
import type { PasteAnswer, TenantAddressFault } from '../messages/protocol';
import { say, sentences, texts } from './messages';
import { dayWords } from './times';

export const headerWords = texts('header', {
  chooseHeading: (vendor: string) => say('header.chooseHeading', { vendor }),
  address: (vendor: string) => say('header.address', { vendor }),
  article: (vendor: string) => say('header.article', { vendor }),
});

/** Why a typed address was not taken, and what to type. */
export const tenantFaultWords = (fault: TenantAddressFault, vendor: string) =>
  say(`tenantFault.${fault}`, { vendor });

export const heldWords = texts('held', {
  heading: (vendor: string) => say('held.heading', { vendor }),
  secretName: ({ description, expiresOn }: SecretName) =>
    [description, expiresOn && say('secretName.expires', { day: dayWords(expiresOn) })]
      .filter(Boolean)
      .join(' · '),
  timeLeft: (time: string) => say('held.timeLeft', { time }),
});

export const emptyWords = texts('empty');

export const finderWords = texts('finder');

/** Buttons of the action bar, and why one of them cannot work now. */
export const actionWords = texts('action', {
  fill: (vendor: string) => say('action.fill', { vendor }),
  consentNeedsLink: (vendor: string) => say('action.consentNeedsLink', { vendor }),
});

/** A secret that nobody can read any more and that still exists in the directory. */
export function orphanWords(
  orphan: SecretName & { reason: WipeReason },
  time: string,
  appName: string | undefined,
): { title: string; text: string } {
  const { description, hint, secretId, reason } = orphan;
  const byHint = hint ? say('secretName.byHint', { hint }) : say('secretName.lastCreated');
  const name = description ? say('secretName.quoted', { description }) : byHint;
  const secret = secretId
    ? say('secretName.withFacts', { name, facts: say('secretName.secretId', { secretId }) })
    : name;
  return {
    title: say('orphan.title', { app: appName ?? 'Entra' }),
    text: sentences(say(`orphan.wiped.${reason}`, { time }), say('orphan.delete', { secret })),
  };
}

export const storageFaultWords = (fault: NonNullable<ProjectedState['storageFault']>) =>
  texts(`storageFault.${fault}`);

export const statusWords = texts('status');

export type PasteKind = 'clientId' | 'secretValue' | 'directoryDomain' | 'expiresOn';

/** Label, hint and button of each paste box. */
export const pasteWords = (kind: PasteKind) => texts(`paste.${kind}`);

export const replaceWords = texts('replace', {
  question: (hint: string, description: string | undefined) =>
    description ? say('replace.questionNamed', { hint, description }) : say('replace.question', { hint }),
});

type PasteRefusal = Extract<PasteAnswer, { kind: 'refused' }>['reason'];

/** Why a pasted text was not held. Always ends with what to do. */
export function refusalWords(reason: PasteRefusal): string {
  switch (reason.kind) {
    case 'notASecretValue':
      return say(`refused.${reason.fault}`);
    case 'notAClientId':
      return say(`refused.${reason.is}`);
    case 'otherDirectory':
      return say('refused.otherDirectory', { page: reason.page, held: reason.held });
    default:
      return say(`refused.${reason.kind}`);
  }
}
