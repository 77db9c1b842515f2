/** What the shell told the frame with the view, for every component. */
import { createContext, useContext } from 'react';
import type { PortalSettings } from '../contract';

export const SettingsContext = createContext<PortalSettings | null>(null);

export function useSettings(): PortalSettings {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('a view stands outside of the settings');
  return settings;
}
