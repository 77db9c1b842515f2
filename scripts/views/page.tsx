/** Runs in the browser that makes the pictures: draws one scene at a time. */
import './browser';

import { createRoot, type Root } from 'react-dom/client';
import { textsCut } from './cut';
import { digestPage } from './digest';
import { drawOnPage } from './on-page';
import { scenes } from './scenes';
import '../../components/styles.css';
import '../../components/reminders/reminders.css';
import '../../components/reminders/rows.css';
import '../../components/settings/settings.css';
import '../../components/welcome/welcome.css';

export interface SceneSummary {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

let drawn: Root | undefined;

window.scenes = scenes.map(({ name, width, height }) => ({ name, width, height }));
window.digest = digestPage;
window.textsCut = textsCut;
window.draw = async (name) => {
  const scene = scenes.find((each) => each.name === name);
  const place = document.getElementById('root');
  if (!scene || !place) throw new Error(`no scene ${name}`);
  drawn?.unmount();
  document.body.className = scene.surface;
  // Where the view before was scrolled to is no business of this one.
  window.scrollTo(0, 0);
  drawn = createRoot(place);
  drawn.render(scene.view);
  // Drawn, laid out, and scrolled to the step that is next.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
};
window.drawOnPage = async (theme) => {
  const place = document.getElementById('root');
  if (!place) throw new Error('no place to draw in');
  drawn?.unmount();
  drawn = undefined;
  document.body.className = '';
  drawOnPage(place, theme);
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
};
