/** Messages from the popup and the side panel: what the admin asks for there. */
import { asClientId } from '../entra/values';
import { captureClientId, captureSecretValue } from '../handoff/capture';
import { amendRecord, readRecords } from '../handoff/connection-records';
import { extendHold } from '../handoff/hold';
import { readSession, updateSession } from '../handoff/memory';
import type { StepId } from '../handoff/model';
import { parseTenantAddress } from '../handoff/vendor-address';
import type { Handlers } from '../messages/door';
import type { ChooseTenantAnswer, DataOf, PasteAnswer } from '../messages/protocol';
import { isAllowedTenant } from '../settings/settings';
import { vendorTenantOf } from '../vendors/registry';
import { cancel, cancellable } from './cancelling';
import { captureContext } from './capture-handlers';
import { checkDomain } from './discovery';
import { amend } from './fill-handlers';
import { noteOpened } from './move';
import { addressOf, openPlace } from './places';
import { closePrivateWindow } from './private-window';
import { changeSettings, settingsAtHand } from './settings';
import { advanceTest } from './signin-handlers';
import { startTest, stopTest } from './start-test';
import { currentConnection, currentHandoff, currentVendorHost } from './subject';
import { setEvidence } from './vendor-handlers';
import { projectState } from './view-state';

const done = { kind: 'done' } as const;

export const viewHandlers: Pick<
  Handlers,
  | 'getState'
  | 'chooseVendorTenant'
  | 'chooseHandoff'
  | 'pasteValue'
  | 'runCheck'
  | 'takeMeThere'
  | 'tick'
  | 'startTest'
  | 'cancel'
  | 'reportOutcome'
  | 'closeTestWindow'
  | 'extendHold'
  | 'clear'
  | 'dismissSamlNote'
> = {
  getState: projectState,

  chooseVendorTenant: async ({ address }) => {
    const settings = await settingsAtHand();
    return updateSession<ChooseTenantAnswer>((session, now) => {
      const parsed = parseTenantAddress(address);
      if (parsed.kind === 'fault') return { session, answer: { kind: 'refused', fault: parsed.fault } };
      const { host, vendor } = parsed.tenant;
      if (!isAllowedTenant(settings, host)) {
        return { session, answer: { kind: 'refused', fault: 'notAllowed' } };
      }
      const handoff = currentHandoff(session);
      const handoffs = session.handoffs.map((other) =>
        other === handoff ? { ...other, vendorHost: host, vendorId: vendor.id } : other,
      );
      return {
        session: { ...session, handoffs, chosen: { vendorHost: host, at: now } },
        answer: { kind: 'chosen', host },
      };
    });
  },

  chooseHandoff: ({ clientId }) =>
    updateSession((session) => {
      const handoff = session.handoffs.find((candidate) => candidate.clientId === clientId);
      return { session: handoff ? { ...session, currentClientId: handoff.clientId } : session, answer: done };
    }),

  pasteValue: (data) => pasteValue(data),

  runCheck: () =>
    cancellable('runCheck', async (signal) => {
      const handoff = currentHandoff(await readSession());
      if (!handoff?.directoryDomain) return done;
      const { clientId, cloudId, directoryDomain, tenantId } = handoff;
      const domainCheck = await checkDomain(cloudId, directoryDomain, tenantId, Date.now(), signal);
      await amend(clientId, (found) => ({ ...found, domainCheck }));
      return done;
    }),

  dismissSamlNote: async () => {
    await changeSettings({ samlNoteRead: true });
    return done;
  },

  takeMeThere: ({ step }) =>
    cancellable('takeMeThere', async (signal) => {
      const session = await readSession();
      const address = addressOf(step, currentHandoff(session), currentVendorHost(session));
      if (address === undefined) return { kind: 'notKnown' };
      if (!vendorTenantOf(address)) await guide();
      const opened = await openPlace(address, signal);
      if (opened) await noteOpened(opened.tabId, opened.vendorHost);
      return { kind: 'opened' };
    }),

  tick: async ({ step, done: isDone }) => {
    await tick(step, isDone);
    return done;
  },

  startTest: () => cancellable('startTest', startTest),

  cancel: async ({ deed }) => {
    cancel(deed);
    if (deed === 'startTest') await stopTest();
    return done;
  },

  reportOutcome: async ({ worked }) => {
    await advanceTest(() => true, { kind: 'reported', worked });
    return done;
  },

  closeTestWindow: async () => {
    const { test } = await readSession();
    if (test?.windowId !== undefined) await closePrivateWindow(test.windowId);
    return done;
  },

  extendHold: async () => {
    const clientId = currentHandoff(await readSession())?.clientId;
    const { hold } = await settingsAtHand();
    if (clientId !== undefined) {
      await amend(clientId, (found) =>
        found.secret ? { ...found, secret: extendHold(found.secret, hold) } : found,
      );
    }
    return done;
  },

  /** Wipes the handoff; the connection record stays (DESIGN §1). */
  clear: () =>
    updateSession((session, now) => {
      const handoff = currentHandoff(session);
      const { currentClientId: _current, test, consentOtherApp: _other, guided: _guided, ...rest } = session;
      const handoffs = session.handoffs.filter((other) => other !== handoff);
      const keepsTest = test && test.clientId !== handoff?.clientId;
      const ended = handoffs.length === 0 && { clearedAt: now };
      return {
        session: { ...rest, handoffs, ticks: {}, ...ended, ...(keepsTest && { test }) },
        answer: done,
      };
    }),
};

/** From now on the portal's pages point at what comes next. */
const guide = () =>
  updateSession((session) => ({ session: { ...session, guided: true as const }, answer: undefined }));

async function tick(step: StepId, isDone: boolean): Promise<void> {
  const session = await readSession();
  const { records } = await readRecords();
  const connection = currentConnection(session, records);
  const clientId = connection?.clientId ?? currentHandoff(session)?.clientId;
  if (clientId !== undefined) {
    await setEvidence(clientId, connection?.vendorHost, step, isDone ? 'ticked' : undefined);
    return;
  }
  await updateSession((found, now) => {
    const { [step]: _before, ...others } = found.ticks;
    const ticks = isDone ? { ...others, [step]: { how: 'ticked' as const, at: now } } : others;
    return { session: { ...found, ticks }, answer: undefined };
  });
}

function pasteValue(data: DataOf<'pasteValue'>): Promise<PasteAnswer> {
  switch (data.kind) {
    case 'clientId':
      return pasteClientId(data.text);
    case 'secretValue':
      return pasteSecretValue(data.text, data.whenHeld);
    case 'directoryDomain':
      return pasteDomain(data.text);
    case 'expiresOn':
      return pasteExpiry(data.text);
    default:
      return data.kind satisfies never;
  }
}

const refusedAs = <Kind extends 'notADomain' | 'notADay' | 'noClientId'>(kind: Kind) =>
  ({ kind: 'refused', reason: { kind } }) as const;

async function pasteClientId(text: string): Promise<PasteAnswer> {
  const settings = await settingsAtHand();
  return updateSession((session, now) => {
    const clientId = asClientId(text);
    if (!clientId) {
      return { session, answer: { kind: 'refused', reason: { kind: 'notAClientId', is: 'otherText' } } };
    }
    const known = session.handoffs.map((handoff): PasteAnswer | undefined => {
      if (handoff.objectId === (clientId as string)) return notTheClientId('objectId');
      return handoff.tenantId === (clientId as string) ? notTheClientId('tenantId') : undefined;
    });
    const swapped = known.find((answer) => answer !== undefined);
    if (swapped) return { session, answer: swapped };
    const { handoffs } = captureClientId(
      session.handoffs,
      { clientId, cloudId: 'global' },
      captureContext(session, clientId, now, settings),
    );
    return { session: { ...session, handoffs, currentClientId: clientId }, answer: { kind: 'held' } };
  });
}

const notTheClientId = (is: 'objectId' | 'tenantId'): PasteAnswer => ({
  kind: 'refused',
  reason: { kind: 'notAClientId', is },
});

async function pasteSecretValue(text: string, whenHeld: 'ask' | 'replace'): Promise<PasteAnswer> {
  const settings = await settingsAtHand();
  return updateSession((session, now) => {
    const handoff = currentHandoff(session);
    if (!handoff) return { session, answer: refusedAs('noClientId') };
    const { clientId, cloudId } = handoff;
    const captured = captureSecretValue(
      session.handoffs,
      { clientId, cloudId, secretText: text, source: 'paste', whenHeld },
      captureContext(session, clientId, now, settings),
    );
    const answer = pasteAnswerOf(captured.answer);
    return { session: { ...session, handoffs: captured.handoffs }, answer };
  });
}

function pasteAnswerOf(answer: ReturnType<typeof captureSecretValue>['answer']): PasteAnswer {
  switch (answer.kind) {
    case 'held':
      return { kind: 'held' };
    case 'askReplace': {
      const { hint, description } = answer.held;
      return { kind: 'askReplace', hint, ...(description !== undefined && { description }) };
    }
    case 'refused':
      return answer;
    default:
      return answer satisfies never;
  }
}

/** One label after the other, at least two, the last one with a letter: `contoso.onmicrosoft.com`. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

async function pasteDomain(text: string): Promise<PasteAnswer> {
  const domain = text.trim().toLowerCase().replace(/^@/, '');
  if (!DOMAIN.test(domain)) return refusedAs('notADomain');
  const clientId = currentHandoff(await readSession())?.clientId;
  if (clientId === undefined) return refusedAs('noClientId');
  await amend(clientId, ({ domainCheck: _stale, ...found }) => ({ ...found, directoryDomain: domain }));
  return { kind: 'held' };
}

async function pasteExpiry(text: string): Promise<PasteAnswer> {
  const day = text.trim();
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (!parsed || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) {
    return refusedAs('notADay');
  }
  const session = await readSession();
  const { records } = await readRecords();
  const connection = currentConnection(session, records);
  const handoff = currentHandoff(session);
  if (!handoff && !connection) return refusedAs('noClientId');
  if (handoff) {
    await amend(handoff.clientId, (found) =>
      found.secret ? { ...found, secret: { ...found.secret, expiresOn: day } } : found,
    );
  }
  if (connection) {
    await amendRecord(connection.vendorHost, connection.clientId, (record) => ({
      ...record,
      expiresOn: day,
    }));
  }
  return { kind: 'held' };
}
