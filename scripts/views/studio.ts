/** A browser with the gallery open in it: Chromium or Firefox, driven alike. */
import type { BrowserName } from '../browsers';
import { openChromiumStudio } from './chromium-studio';
import { openFirefoxStudio } from './firefox-studio';
import { buildGallery, type GalleryOptions } from './gallery';
import type { SceneSummary } from './page';

/** What the browser tells pages of what its user prefers. */
export interface Preferences {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'active' | 'none';
}

export interface Studio {
  readonly browserName: BrowserName;
  /** Runs in the page's own world. */
  evaluate<T>(expression: string): Promise<T>;
  prefer(preferences: Preferences): Promise<void>;
  /** In CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** A PNG of what is seen. */
  picture(): Promise<Buffer>;
  /** All pictures on one sheet, so that a person can look at them in one go; a PNG. */
  pictureOf(html: string, width: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Motion is reduced: a colour that is still on its way belongs to neither view. */
export async function openStudio(
  browserName: BrowserName,
  options: Partial<GalleryOptions> = {},
): Promise<Studio> {
  const address = await buildGallery({ language: 'en', font: 'own', ...options });
  const open = browserName === 'firefox' ? openFirefoxStudio : openChromiumStudio;
  const studio = await open(address);
  await studio.evaluate('document.fonts.ready.then(() => undefined)');
  return studio;
}

/** Calls a function of the page's; what it is given and gives back is JSON. */
export function call<Given, Result>(
  studio: Pick<Studio, 'evaluate'>,
  run: (given: Given) => Result | Promise<Result>,
  given: Given,
): Promise<Result> {
  return studio.evaluate<Result>(`(${run})(${JSON.stringify(given)})`);
}

/** Every view in every state. */
export const scenesOf = (studio: Studio) => studio.evaluate<SceneSummary[]>('window.scenes');
