import type { RegistrationProblem } from '../utils/messages/protocol';
import { outcomeWords } from '../utils/words/checks';
import { problem } from '../utils/words/registration';
import { Icon } from './icons';

export interface RegistrationProblemsProps {
  problems: readonly RegistrationProblem[];
  vendorName: string;
}

/** What the app registration's pages show and the vendor does not accept. Redirect URIs stand as text, to the letter. */
export function RegistrationProblems({ problems, vendorName }: RegistrationProblemsProps) {
  return (
    <ul className="checks">
      {problems.map((found) => (
        <li key={found.kind}>
          <Icon name="problem" />
          <span className="lines-kept">
            <span className="for-readers">{outcomeWords.problem}: </span>
            {problem(found, vendorName)}
          </span>
        </li>
      ))}
    </ul>
  );
}
