/** The controls and notices that consoles' pages get, one of each make, on a page that has nothing else. */
import { createButton, placeBeside } from '../../utils/page/button';
import { createNotice, placeNotice } from '../../utils/page/notice';

const nothing = () => {};

export function drawOnPage(place: HTMLElement, theme: 'light' | 'dark'): void {
  const page = document.createElement('main');
  page.style.cssText =
    theme === 'dark' ? 'background:#1b1a19;color:#f3f2f1' : 'background:#ffffff;color:#323130';
  const heading = document.createElement('h1');
  heading.textContent = 'A page of a console';
  page.append(heading);
  place.replaceChildren(page);
  const anchor = () => {
    const line = document.createElement('p');
    const value = document.createElement('span');
    value.textContent = 'A value of the console';
    line.append(value);
    page.append(line);
    return value;
  };

  const label = 'Copy client ID to Kandji';
  placeBeside(createButton(document, { label, onPress: nothing }), anchor());
  const held = createButton(
    document,
    { label: 'Copy secret value to Kandji', short: 'to Kandji', onPress: nothing, context: 'Kandji SSO' },
    { label: 'Put this button away', onDismiss: nothing },
  );
  placeBeside(held, anchor());
  held.setStatus('Secret value held for Kandji · 10:00 left');

  const actions = [
    { label, onPress: nothing },
    { label: 'Open consent link', onPress: nothing },
  ];
  for (const role of ['alert', 'status'] as const) {
    const text = 'What happened, what was not done, and the next step.';
    placeNotice(createNotice(document, { role, text, actions, dismissLabel: 'Dismiss' }), anchor());
    placeNotice(createNotice(document, { role, text }), anchor());
  }
}
