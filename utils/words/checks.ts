/** What the checks found, in words. */
import type { MicrosoftAnswer } from '../entra/token-answer';
import type { CheckId, CheckResult } from '../handoff/checks';
import { count, say, texts } from './messages';
import { microsoftWords } from './microsoft';

export interface CheckWords {
  /** What was found. */
  text: string;
  /** What to do about it; absent where there is nothing to do. */
  fix?: string;
  /** A page that says more. */
  link?: { label: string; href: string };
}

type Outcome = CheckResult['outcome'];
const fixTexts = texts('checkFix');

/** What to do about a finding, where there is something to do. */
const fixes: Readonly<
  Record<Exclude<CheckId, 'microsoft'>, Partial<Record<Outcome, keyof typeof fixTexts>>>
> = {
  clientIdIsObjectId: { problem: 'copyClientId', hint: 'copyClientId' },
  clientIdIsTenantId: { problem: 'copyClientId', hint: 'copyClientId' },
  clientIdShape: { problem: 'copyClientId', hint: 'copyClientId' },
  secretIsSecretId: { problem: 'copyValue', hint: 'copyValue' },
  secretShape: { problem: 'copyValue', hint: 'olderFormat' },
  secretChecksum: { problem: 'copyValue', hint: 'checksum' },
  domainMatches: { problem: 'enterDomain', hint: 'checkOnline', notDone: 'pressCheck' },
  domainMissing: { problem: 'enterMissing', hint: 'enterOrType' },
};

/**
 * A finding in words, for every check and outcome.
 * @param answer Microsoft's, where it was asked: it says more than the outcome
 */
export function checkWords({ id, outcome, detail }: CheckResult, answer?: MicrosoftAnswer): CheckWords {
  if (id === 'microsoft') return microsoftWords(answer ?? { kind: 'cannotTell' });
  const fix = fixes[id][outcome];
  return { text: textOf(id, outcome, detail), ...(fix && { fix: fixTexts[fix] }) };
}

/** Where the portal did not show which directory the app is in, no more is claimed than that Microsoft knows it. */
function textOf(id: Exclude<CheckId, 'microsoft'>, outcome: Outcome, domain: string | undefined): string {
  if (id !== 'domainMatches') return say(`check.${id}.${outcome}`);
  return domain
    ? say(`check.domainMatches.${outcome}`, { domain })
    : say(`check.someDomainMatches.${outcome}`);
}

/** How a finding is announced before its text. */
export const outcomeWords = texts('check.outcome');

/** Heading over the checks that found nothing wrong. */
export const passedWords = (checks: number) => count('check.passed', checks);
