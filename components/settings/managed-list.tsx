import type { Ignored, ManagedKey, ManagedSettings } from '../../utils/settings/managed';
import { ignoredWords, managedLine, settingsTexts } from '../../utils/words/settings';
import { Notice } from '../notice';

export interface ManagedListProps {
  managed: ManagedSettings;
  ignored: readonly Ignored[];
}

/** What the organisation has set, and what of its policy does not count. Nothing where there is no policy. */
export function ManagedList({ managed, ignored }: ManagedListProps) {
  const set = Object.entries(managed) as [ManagedKey, unknown][];
  return (
    <>
      {ignored.length > 0 && (
        <Notice
          tone="warning"
          role="note"
          title={settingsTexts.ignored.heading}
          text={settingsTexts.ignored[managed.vendorTenants?.length === 0 ? 'noConsole' : 'text']}
        >
          <ul className="lines">
            {ignored.map((one) => (
              <li key={`${one.setting} ${one.value}`}>{ignoredWords(one)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {set.length > 0 && (
        <div className="managed">
          <h3>{settingsTexts.managed.heading}</h3>
          <p className="quiet">{settingsTexts.managed.text}</p>
          <dl>
            {set.map(([key, value]) => (
              <Line key={key} {...managedLine(key, value)} />
            ))}
          </dl>
        </div>
      )}
    </>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="whole">{value}</dd>
    </>
  );
}
