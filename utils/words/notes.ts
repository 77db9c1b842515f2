/** Notes and questions that stand above the journey: SAML, a moved vendor tenant, the hand-over record. */
import type { ProjectedState } from '../handoff/projection';
import { say, texts } from './messages';

/** Shown once, before there is anything to lose. */
export const samlWords = texts('saml', {
  title: (vendor: string) => say('saml.title', { vendor }),
  text: (vendor: string) => say('saml.text', { vendor }),
  link: (vendor: string) => say('saml.link', { vendor }),
});

export const moveWords = texts('move', {
  title: ({ from, to }: NonNullable<ProjectedState['moveOffer']>) => say('move.title', { from, to }),
  accept: (to: string) => say('move.accept', { to }),
  keep: (from: string) => say('move.keep', { from }),
});

/** The hand-over record, in the popup and in the list of connections. */
export const recordWords = texts('record');

export const openConnections = () => say('openConnections');

/** Where to begin while nothing is held: at the vendor, where its redirect URI has to be carried first. */
export const beginWords = {
  entra: (vendor: string) => say('begin.entra', { vendor }),
  vendor: (vendor: string) => say('begin.vendor', { vendor }),
} as const;
