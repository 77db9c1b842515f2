/** Cards above the journey that ask for one answer: each goes away once it is given. */
import type { ProjectedState } from '../utils/handoff/projection';
import { moveWords, samlWords } from '../utils/words/notes';
import { renewOfferWords } from '../utils/words/renewal';
import { Button } from './button';
import type { Deeds } from './deeds';
import { Notice } from './notice';

export interface NotesProps {
  state: ProjectedState;
  deeds: Pick<Deeds, 'dismissSamlNote' | 'moveTenant' | 'startRenewal'>;
}

/** What is asked before the journey goes on. */
export function Notes({ state, deeds }: NotesProps) {
  const { moveOffer, renewable, samlOf } = notesOf(state);
  return (
    <>
      {moveOffer && <MoveOffer offer={moveOffer} onAnswer={deeds.moveTenant} />}
      {renewable && <RenewOffer renewable={renewable} onRenew={deeds.startRenewal} />}
      {samlOf && <SamlNote vendor={samlOf} onRead={deeds.dismissSamlNote} />}
    </>
  );
}

/** Whether something stands above the journey that should be seen first. */
export function hasNotes(state: ProjectedState): boolean {
  return Object.values(notesOf(state)).some((note) => note !== undefined);
}

function notesOf(state: ProjectedState) {
  const { vendor, tenant, moveOffer, renewable, showSamlNote } = state;
  return {
    moveOffer,
    renewable: isBeingRenewed(state) ? undefined : renewable,
    // Later it would come too late: the note is for who has not begun.
    samlOf: showSamlNote && !tenant ? vendor : undefined,
  };
}

/** The offer was taken: its steps are below. */
function isBeingRenewed({ journey, current, renewable }: ProjectedState): boolean {
  return journey === 'renew' && current?.clientId === renewable?.clientId;
}

interface SamlNoteProps {
  vendor: ProjectedState['vendor'];
  onRead: () => Promise<void>;
}

function SamlNote({ vendor, onRead }: SamlNoteProps) {
  return (
    <Notice tone="info" role="note" title={samlWords.title(vendor.name)} text={samlWords.text(vendor.name)}>
      <div className="choices">
        <Button onPress={onRead}>{samlWords.read}</Button>
        <a className="button subtle" href={vendor.samlUrl} target="_blank" rel="noreferrer">
          {samlWords.link(vendor.name)}
        </a>
      </div>
    </Notice>
  );
}

interface MoveOfferProps {
  offer: NonNullable<ProjectedState['moveOffer']>;
  onAnswer: (accept: boolean) => Promise<void>;
}

function MoveOffer({ offer, onAnswer }: MoveOfferProps) {
  return (
    <Notice tone="info" role="note" title={moveWords.title(offer)} text={moveWords.text}>
      <div className="choices">
        <Button onPress={() => onAnswer(true)}>{moveWords.accept(offer.to)}</Button>
        <Button onPress={() => onAnswer(false)}>{moveWords.keep(offer.from)}</Button>
      </div>
    </Notice>
  );
}

interface RenewOfferProps {
  renewable: NonNullable<ProjectedState['renewable']>;
  onRenew: (connection: { vendorHost: string; clientId: string }) => Promise<void>;
}

function RenewOffer({ renewable, onRenew }: RenewOfferProps) {
  const { vendorHost, clientId } = renewable;
  return (
    <section className="card empty" aria-labelledby="renew-heading">
      <h2 id="renew-heading">{renewOfferWords.heading}</h2>
      <p>{renewOfferWords.text(renewable)}</p>
      <Button onPress={() => onRenew({ vendorHost, clientId })}>{renewOfferWords.renew}</Button>
    </section>
  );
}
