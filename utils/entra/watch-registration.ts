/** Tells the background what was really registered, and says in the page what the vendor could not use. */
import type { DataOf } from '../messages/protocol';
import { nowAndThen } from '../page/now-and-then';
import * as words from '../words/registration';
import { KeptHits } from './kept-hits';
import { readOverviewFrom } from './overview';
import { type PortalSession, readAppFacts } from './portal-session';
import { readOverviewRegistration, readRedirectUris, uriShownBy } from './registration-reading';

type Registration = Pick<DataOf<'registrationSeen'>, 'audience' | 'counts' | 'redirectUris'>;

interface Reading {
  readonly registration: Registration;
  /** What the alert stands above. */
  readonly anchor: Element;
}

interface Watch {
  /** The app may belong to a journey now: asks about the same content once more. */
  readonly lookAgain: () => void;
}

const TOPIC = 'registration';
/** A page counts once it reads the same twice, this many milliseconds apart: lists draw row by row. */
const SETTLE_MS = 500;

/** @param guids those of the page, kept current */
export function watchOverviewRegistration(session: PortalSession, guids: KeptHits<string>): Watch {
  return watch(session, () => {
    const reading = readOverviewRegistration(readOverviewFrom(guids.all, session.clientId));
    if (!reading) return undefined;
    const { element, ...registration } = reading;
    return { registration, anchor: element };
  });
}

export function watchAuthentication(session: PortalSession): void {
  const { page, signal } = session;
  const edited = new WeakSet<EventTarget>();
  const note = (event: Event) => {
    const [field] = event.composedPath();
    if (field) edited.add(field);
  };
  page.document.addEventListener('input', note, { capture: true, signal });
  const addresses = new KeptHits(uriShownBy);
  session.watch(({ changed }) => addresses.update(changed));
  watch(session, () => {
    const uris = readRedirectUris(addresses.all, (element) => edited.has(element));
    const [first] = uris ?? [];
    if (!uris || !first) return undefined;
    const redirectUris = uris.map(({ platform, uri }) => ({ platform, uri }));
    return { registration: { redirectUris }, anchor: first.element };
  });
}

function watch(session: PortalSession, read: () => Reading | undefined): Watch {
  const { page, signal } = session;
  const { window } = page;
  let reading: Reading | undefined;
  let last = '';
  let sent = '';
  /** Put away by the admin: not shown again for the same problems. */
  let told = '';

  const look = nowAndThen(window, SETTLE_MS, () => {
    if (signal.aborted) return;
    reading = read();
    const content = reading ? JSON.stringify(reading.registration) : '';
    if (content !== last) {
      last = content;
      if (content) window.setTimeout(look, SETTLE_MS);
    } else if (reading && content !== sent) {
      sent = content;
      void send(reading.registration);
    }
    session.notices.keep();
  });

  async function send(registration: Registration): Promise<void> {
    const answer = await session.ask('registrationSeen', { ...readAppFacts(session), ...registration });
    if (signal.aborted || answer?.kind !== 'registration') return;
    const text = words.problems(answer.problems, answer.vendorName);
    if (text === told) return;
    told = text;
    if (text) session.notices.show(TOPIC, { role: 'alert', text }, () => reading?.anchor);
    else session.notices.hide(TOPIC);
  }

  const lookAgain = () => {
    sent = '';
    look();
  };
  session.watch(look);
  let isFirst = true;
  session.onContext(() => {
    if (!isFirst) lookAgain();
    isFirst = false;
  });
  return { lookAgain };
}
