/** Everything that can be checked before the values reach the vendor. Pure: handoff in, findings out. */
import { secretChecksum } from '../entra/checksum';
import type { MicrosoftAnswer } from '../entra/token-answer';
import type { Handoff } from './model';

export type CheckId =
  | 'clientIdIsObjectId'
  | 'clientIdIsTenantId'
  | 'clientIdShape'
  | 'secretIsSecretId'
  | 'secretShape'
  | 'secretChecksum'
  | 'domainMatches'
  | 'domainMissing'
  /** What Microsoft's token endpoint said of the secret, once it was asked. `detail` is the answer's kind. */
  | 'microsoft';

export interface CheckResult {
  id: CheckId;
  /** `hint` never blocks: it may be wrong. */
  outcome: 'passed' | 'problem' | 'hint' | 'notDone';
  detail?: string;
}

/** The findings for what is held so far, in the order in which they are shown. */
export function checkHandoff(handoff: Handoff): CheckResult[] {
  return [checkClientId(handoff), ...checkSecret(handoff), checkDomain(handoff), ...checkMicrosoft(handoff)];
}

function checkClientId(handoff: Handoff): CheckResult {
  if (handoff.clientId === (handoff.objectId as string | undefined)) {
    return { id: 'clientIdIsObjectId', outcome: 'problem' };
  }
  if (handoff.clientId === (handoff.tenantId as string | undefined)) {
    return { id: 'clientIdIsTenantId', outcome: 'problem' };
  }
  return { id: 'clientIdShape', outcome: 'passed' };
}

function checkSecret({ secret }: Handoff): CheckResult[] {
  if (!secret) return [];
  const checksum = secretChecksum(secret.secretValue);
  switch (checksum) {
    case 'passes':
      return [{ id: 'secretChecksum', outcome: 'passed' }];
    case 'fails':
      // Published samples fail it and may be altered; a real value that fails is probably cut (facts, entra §5).
      return [{ id: 'secretChecksum', outcome: 'hint' }];
    case 'notApplicable':
      return [{ id: 'secretShape', outcome: 'hint' }];
    default:
      return checksum satisfies never;
  }
}

/** An answer is about the secret it was asked for; another one is another question. */
function checkMicrosoft({ secret, microsoft }: Handoff): CheckResult[] {
  if (!secret || !microsoft || microsoft.capturedAt !== secret.capturedAt) return [];
  const { kind } = microsoft.answer;
  return [{ id: 'microsoft', outcome: outcomes[kind], detail: kind }];
}

const outcomes: Readonly<Record<MicrosoftAnswer['kind'], CheckResult['outcome']>> = {
  works: 'passed',
  wrongSecret: 'problem',
  expired: 'problem',
  appNotFound: 'problem',
  directoryNotFound: 'problem',
  appDisabled: 'problem',
  otherCloud: 'problem',
  // Nothing of these says that the secret is wrong.
  policy: 'hint',
  headerFault: 'hint',
  keptOut: 'hint',
  cannotTell: 'hint',
  unreachable: 'hint',
};

function checkDomain(handoff: Handoff): CheckResult {
  const domain = handoff.directoryDomain;
  if (!domain) return { id: 'domainMissing', outcome: 'problem' };
  const found = handoff.domainCheck;
  if (!found || found.domain !== domain) return { id: 'domainMatches', outcome: 'notDone', detail: domain };
  switch (found.kind) {
    case 'matches':
    case 'exists':
      return { id: 'domainMatches', outcome: 'passed', detail: domain };
    case 'otherTenant':
    case 'unknownDomain':
      return { id: 'domainMatches', outcome: 'problem', detail: domain };
    case 'unreachable':
      return { id: 'domainMatches', outcome: 'hint', detail: domain };
    default:
      return found satisfies never;
  }
}
