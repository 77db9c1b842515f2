import type { CheckResult } from '../utils/handoff/checks';
import type { ProjectedHandoff } from '../utils/handoff/projection';
import { type CheckWords, checkWords, outcomeWords, passedWords } from '../utils/words/checks';
import { askedAgainWords } from '../utils/words/microsoft';
import { Icon, type IconName } from './icons';
import { Words } from './words';

const icons: Readonly<Record<CheckResult['outcome'], IconName>> = {
  passed: 'seen',
  problem: 'problem',
  hint: 'info',
  notDone: 'todo',
};

/** What needs a look, the worst first; what passed is folded away below it. */
const order: readonly CheckResult['outcome'][] = ['problem', 'hint', 'notDone'];

export interface CheckListProps {
  checks: readonly CheckResult[];
  /** Microsoft's answer to the held values, where it was asked. */
  microsoft: ProjectedHandoff['microsoft'];
}

interface Finding extends CheckWords {
  id: CheckResult['id'];
  outcome: CheckResult['outcome'];
}

/** What the checks found, each with what to do. */
export function CheckList({ checks, microsoft }: CheckListProps) {
  const findings = checks.map((check) => findingOf(check, microsoft));
  const toLookAt = order.flatMap((outcome) => findings.filter((finding) => finding.outcome === outcome));
  const passed = findings.filter((finding) => finding.outcome === 'passed');
  return (
    <>
      {toLookAt.length > 0 && <Findings findings={toLookAt} />}
      {passed.length > 0 && (
        <details>
          <summary>{passedWords(passed.length)}</summary>
          <Findings findings={passed} />
        </details>
      )}
    </>
  );
}

/** A refusal that Microsoft will be asked about again is no finding yet. */
function findingOf(check: CheckResult, microsoft: CheckListProps['microsoft']): Finding {
  const { id, outcome } = check;
  if (id === 'microsoft' && microsoft?.pending) return { id, outcome: 'notDone', ...askedAgainWords() };
  return { id, outcome, ...checkWords(check, microsoft?.answer) };
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="checks">
      {findings.map(({ id, outcome, text, fix, link }) => (
        <li key={id}>
          <Icon name={icons[outcome]} />
          <span>
            <span className="for-readers">{outcomeWords[outcome]}: </span>
            {text}{' '}
            {fix && (
              <span className="quiet">
                <Words text={fix} />
              </span>
            )}{' '}
            {link && (
              <a href={link.href} target="_blank" rel="noreferrer">
                {link.label}
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
