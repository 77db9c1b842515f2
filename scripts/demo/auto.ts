/** The demo that drives itself: the whole set-up with trusted mouse and keyboard, the popup shown in between. */
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { Admin } from '../../tests/e2e/harness/admin';
import { launch } from '../../tests/e2e/harness/launch';
import type { Lab } from '../../tests/lab/server';
import { Camera } from './camera';
import { removeProfileAtExit } from './leftovers';
import { type DemoOptions, STEP_PICTURES } from './options';
import { type Stage, setStage } from './stage';
import { hasPassed, steps } from './steps';

/** @returns the exit code: 0 when a user has signed in through the new connection. */
export async function playByItself(lab: Lab, { region, pictures, window }: DemoOptions): Promise<number> {
  rmSync(STEP_PICTURES, { recursive: true, force: true });
  // The pictures are not to show a secret in full, not even the lab's.
  lab.world.vendor.secretFieldType = 'password';
  const session = await launch(lab, { window });
  removeProfileAtExit(session);
  try {
    const stage = setStage(new Admin(session), lab, region);
    const each = new Camera(session, STEP_PICTURES);
    const readme = pictures === undefined ? undefined : new Camera(session, pictures);
    const startedAt = performance.now();
    console.log(`\nSet up ${stage.host} with Entra ID, by mouse and keyboard\n`);
    for (const [index, step] of steps.entries()) {
      const beganAt = performance.now();
      const evidence = await step.play(stage);
      console.log(line(index + 1, step.title, evidence, performance.now() - beganAt));
      await keepPictures(stage, index, each, readme);
      if (step.isVerdict && !hasPassed(evidence)) {
        console.log('\nThe sign-in did not pass.');
        return 1;
      }
    }
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    const folder = relative('.', STEP_PICTURES);
    console.log(`\nA user signed in through the new connection. ${seconds} s; pictures are in ${folder}`);
    return 0;
  } finally {
    await session.close();
  }
}

async function keepPictures(
  stage: Stage,
  index: number,
  each: Camera,
  readme: Camera | undefined,
): Promise<void> {
  const step = steps[index];
  const tab = step?.shown(stage);
  if (step === undefined || tab === undefined) return;
  const { admin } = stage;
  const name = `${String(index + 1).padStart(2, '0')}-${step.title.toLowerCase().replaceAll(/\W+/g, '-')}`;
  const popup = await admin.openPopup(tab);
  await admin.waitFor(popup, { role: 'heading', name: /of \d+ done|All done/ });
  await each.takePopup(popup, `${name}-popup`);
  if (step.picture?.of === 'popup') await readme?.takePopup(popup, step.picture.name);
  await admin.goTo(tab);
  await admin.clickIfThere(tab, { role: 'button', name: 'Dismiss toast notification', at: 'first' });
  await each.takePage(tab, name);
  if (step.picture?.of === 'tab') await readme?.takePage(tab, step.picture.name, step.picture.height);
}

function line(number: number, title: string, evidence: string, milliseconds: number): string {
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  return `${String(number).padStart(3)}  ${title.padEnd(20)} ${evidence}   ${seconds}`;
}
