/** What the buttons of the popup and side panel do, and what is said about it afterwards. */
import { useState } from 'react';
import type { StepId } from '../utils/handoff/model';
import type { Cancellable } from '../utils/messages/protocol';
import { policyLine } from '../utils/settings/allowed-hosts';
import {
  type AnswerWords,
  answerChoices,
  fillWords,
  type NamedVendor,
  openWords,
  startTestWords,
} from '../utils/words/answers';
import { cancelledWords } from '../utils/words/cancelled';
import { unansweredWords } from '../utils/words/faults';
import { askMicrosoftWords } from '../utils/words/microsoft';
import { recordWords } from '../utils/words/notes';
import { heldWords } from '../utils/words/popup';
import { renewOfferWords } from '../utils/words/renewal';
import { settingsTexts } from '../utils/words/settings';
import { shortId } from '../utils/words/times';
import type { Ask, Copy, Unanswered } from './ask';

/** What came of the last button, with the buttons that answer a question back. */
export interface Report extends AnswerWords {
  /** A text to select and copy. */
  address?: string;
  /** A line to copy for support. */
  details?: string;
  choices?: readonly { label: string; press: () => Promise<void> | void }[];
}

/** A connection on record. */
export interface ConnectionKey {
  vendorHost: string;
  clientId: string;
}

export interface Deeds {
  fill: () => Promise<void>;
  openConsentLink: () => Promise<void>;
  startTest: () => Promise<void>;
  clear: () => Promise<void>;
  extendHold: () => Promise<void>;
  runCheck: () => Promise<void>;
  askMicrosoft: () => Promise<void>;
  startRenewal: (connection: ConnectionKey) => Promise<void>;
  copyRecord: (connection: ConnectionKey) => Promise<void>;
  moveTenant: (accept: boolean) => Promise<void>;
  dismissSamlNote: () => Promise<void>;
  takeMeThere: (step: StepId) => Promise<void>;
  tick: (step: StepId, done: boolean) => Promise<void>;
  chooseHandoff: (clientId: string) => Promise<void>;
  reportOutcome: (worked: boolean) => Promise<void>;
  closeTestWindow: () => Promise<void>;
  /** Ends the wait for this deed, which then says that it was cancelled. */
  cancel: (deed: Cancellable) => Promise<void>;
  stopTest: () => Promise<void>;
}

/** What every button does, and the report on the last one. */
export function useDeeds(
  ask: Ask,
  copy: Copy,
  vendor: NamedVendor,
): { deeds: Deeds; report: Report | undefined; dismiss: () => void } {
  const [report, setReport] = useState<Report>();
  const dismiss = () => setReport(undefined);

  async function fill(whenFilled: 'ask' | 'overwrite'): Promise<void> {
    const answer = await ask('fillForm', { whenFilled });
    if (isUnanswered(answer)) return setReport(unansweredReport(answer));
    if (answer.kind === 'cancelled') return setReport(cancelledReport('fillForm'));
    const words = fillWords(answer, vendor);
    switch (answer.kind) {
      case 'holdsSecret':
        return setReport({
          ...words,
          choices: [
            { label: answerChoices.overwrite, press: () => fill('overwrite') },
            { label: answerChoices.leave, press: dismiss },
          ],
        });
      case 'choose':
        return setReport({
          ...words,
          choices: answer.candidates.map(({ clientId, appName }) => ({
            label: `${appName ?? heldWords.unnamedApp} (${shortId(clientId)})`,
            press: async () => {
              await chooseHandoff(clientId);
              await fill('ask');
            },
          })),
        });
      case 'blocked':
        return setReport(blockedReport(words, policyLine([`https://${answer.host}`])));
      default:
        return setReport(words);
    }
  }

  /** With the line of policy that lets us in, to be copied. */
  function blockedReport(words: AnswerWords, line: string): Report {
    const press = async () => {
      const { copied, notCopied } = settingsTexts.blocked;
      setReport({ ...words, address: line, tone: 'info', text: (await copy(line)) ? copied : notCopied });
    };
    return { ...words, address: line, choices: [{ label: settingsTexts.blocked.copy, press }] };
  }

  async function open(deed: 'takeMeThere' | 'openConsentLink', step: StepId) {
    const answer = await (deed === 'takeMeThere' ? ask(deed, { step }) : ask(deed));
    if (answer.kind === 'cancelled') return setReport(cancelledReport(deed));
    setReport(isUnanswered(answer) ? unansweredReport(answer) : openWords(answer, step, vendor));
  }

  async function startTest() {
    const answer = await ask('startTest');
    if (isUnanswered(answer)) return setReport(unansweredReport(answer));
    if (answer.kind === 'cancelled') return setReport(cancelledReport('startTest'));
    const words = startTestWords(answer, vendor.name);
    setReport(words && (answer.kind === 'privateWindowsOff' ? { ...words, address: answer.address } : words));
  }

  async function startRenewal(connection: ConnectionKey) {
    const answer = await ask('startRenewal', connection);
    if (isUnanswered(answer)) return setReport(unansweredReport(answer));
    setReport(answer.kind === 'opened' ? undefined : { tone: 'warning', text: renewOfferWords.notKnown });
  }

  async function copyRecord(connection: ConnectionKey) {
    const answer = await ask('handoverRecord', connection);
    if (isUnanswered(answer)) return setReport(unansweredReport(answer));
    if (answer.kind === 'notKnown') return setReport({ tone: 'warning', text: recordWords.notKnown });
    setReport(
      (await copy(answer.text))
        ? { tone: 'success', text: recordWords.copied }
        : { tone: 'warning', text: recordWords.clipboardRefused },
    );
  }

  /** For intents whose only answer is that they were done. */
  async function simply(doing: ReturnType<typeof ask<'clear'>>, said?: Report) {
    const answer = await doing;
    setReport(isUnanswered(answer) ? unansweredReport(answer) : said);
  }

  async function runCheck() {
    const answer = await ask('runCheck');
    if (answer.kind === 'cancelled') return setReport(cancelledReport('runCheck'));
    setReport(isUnanswered(answer) ? unansweredReport(answer) : undefined);
  }

  const cancelledReport = (deed: Cancellable): Report => ({
    tone: 'info',
    text: cancelledWords(deed, vendor.name),
  });

  async function askMicrosoft() {
    const answer = await ask('askMicrosoft');
    if (isUnanswered(answer)) return setReport(unansweredReport(answer));
    if (answer.kind === 'cancelled') return setReport(cancelledReport('askMicrosoft'));
    setReport(
      answer.kind === 'notAllowed' ? { tone: 'warning', text: askMicrosoftWords.notAllowed } : undefined,
    );
  }

  const chooseHandoff = (clientId: string) => simply(ask('chooseHandoff', { clientId }));

  const deeds: Deeds = {
    fill: () => fill('ask'),
    openConsentLink: () => open('openConsentLink', 'authorise'),
    startTest,
    clear: () => simply(ask('clear'), { tone: 'success', text: answerChoices.cleared }),
    extendHold: () => simply(ask('extendHold')),
    runCheck,
    askMicrosoft,
    startRenewal,
    copyRecord,
    moveTenant: (accept) => simply(ask('moveTenant', { accept })),
    dismissSamlNote: () => simply(ask('dismissSamlNote')),
    takeMeThere: (step) => open('takeMeThere', step),
    tick: (step, done) => simply(ask('tick', { step, done })),
    chooseHandoff,
    reportOutcome: (worked) => simply(ask('reportOutcome', { worked })),
    closeTestWindow: () => simply(ask('closeTestWindow')),
    cancel: async (deed) => void (await ask('cancel', { deed })),
    stopTest: () => simply(ask('cancel', { deed: 'startTest' }), cancelledReport('startTest')),
  };
  return { deeds, report, dismiss };
}

function isUnanswered(answer: { kind: string }): answer is Unanswered {
  return answer.kind === 'dropped' || answer.kind === 'unreachable';
}

function unansweredReport(answer: Unanswered): Report {
  const { details } = answer;
  return { tone: 'error', text: unansweredWords(answer), ...(details !== undefined && { details }) };
}
