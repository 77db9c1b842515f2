import type { PortalSettings } from '../contract';

/** Reads what the server embedded in the document. */
export function readSettings(): PortalSettings {
  const element = document.getElementById('portal-settings');
  return JSON.parse(element?.textContent ?? '{}') as PortalSettings;
}

/** Fills `{name}` placeholders of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
