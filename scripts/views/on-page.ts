/** The controls and notices that consoles' pages get, one of each make with its real words, on a page that has nothing else. */
import { createButton, placeBeside } from '../../utils/page/button';
import { createNotice, placeNotice } from '../../utils/page/notice';
import {
  copyClientId,
  copySecretValue,
  portalTexts,
  secretIdCopied,
  secretValueHeld,
} from '../../utils/words/portal';
import { consentWords, vendorLabels } from '../../utils/words/vendor';

const VENDOR = 'Kandji';
const TEN_MINUTES_MS = 600_000;

const nothing = () => {};

export function drawOnPage(place: HTMLElement, theme: 'light' | 'dark'): void {
  const page = document.createElement('main');
  page.style.cssText =
    theme === 'dark' ? 'background:#1b1a19;color:#f3f2f1' : 'background:#ffffff;color:#323130';
  const heading = document.createElement('h1');
  heading.textContent = 'A page of a console';
  page.append(heading);
  place.replaceChildren(page);
  const { direction } = getComputedStyle(page);
  for (const dir of direction === 'rtl' ? ['rtl', 'ltr'] : ['ltr', 'rtl']) {
    const part = document.createElement('section');
    part.dir = dir;
    page.append(part);
    drawControls(part);
  }
}

/** The page and its controls may be read in different directions. */
function drawControls(part: HTMLElement): void {
  const anchor = () => {
    const line = document.createElement('p');
    const value = document.createElement('span');
    value.textContent = 'A value of the console';
    line.append(value);
    part.append(line);
    return value;
  };

  const label = copyClientId(VENDOR);
  placeBeside(createButton(document, { label, short: VENDOR, onPress: nothing }), anchor());
  const held = createButton(
    document,
    { label: copySecretValue(VENDOR), short: VENDOR, onPress: nothing, context: 'Kandji SSO' },
    { label: portalTexts.hideButton, onDismiss: nothing },
  );
  placeBeside(held, anchor());
  held.setStatus(secretValueHeld(VENDOR, TEN_MINUTES_MS));
  const consent = [vendorLabels.openConsentLink, vendorLabels.copyConsentLink] as const;
  const [open, copy] = consent.map((each) => createButton(document, { label: each, onPress: nothing }));
  if (open && copy) {
    placeBeside(open, anchor());
    placeBeside(copy, open.host);
  }

  const actions = [label, vendorLabels.fill].map((each) => ({ label: each, onPress: nothing }));
  for (const role of ['alert', 'status'] as const) {
    const text = secretIdCopied(VENDOR, 'Kandji SSO', role === 'alert');
    const dismissLabel = vendorLabels.dismiss;
    placeNotice(createNotice(document, { role, text, actions, dismissLabel }), anchor());
    placeNotice(createNotice(document, { role, text: consentWords.interrupted }), anchor());
  }
}
