import { createContext, useContext } from 'react';
import { settingsTexts } from '../utils/words/settings';

/** The organisation's own help, where it has named one. */
export const HelpContext = createContext<string | undefined>(undefined);

/** Stands beside what went wrong. */
export function HelpLink() {
  const address = useContext(HelpContext);
  if (address === undefined) return null;
  return (
    <a className="help-link" href={address} target="_blank" rel="noreferrer">
      {settingsTexts.help}
    </a>
  );
}
