// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CaptureAnswer } from '../../../utils/messages/protocol';
import { nextFrame } from '../../../utils/page/watch';
import { button, live, press, trusted } from '../page/pressing';
import {
  CLIENT_ID,
  freshRow,
  gridMakes,
  MASKED,
  maskedRow,
  OTHER_SECRET_ID,
  OTHER_VALUE,
  SECRET_ID,
  SECRET_VALUE,
} from './pages';
import { COPY_VALUE, frames, HIDE, setPortal } from './portal-page';

const table = gridMakes.table as (typeof gridMakes)[string];
const portal = setPortal();

describe('on Certificates & secrets', () => {
  it('offers the value of a readable row, none of a masked one', async () => {
    await portal.open(table([freshRow, maskedRow]), 'Credentials');
    expect(document.querySelectorAll('sso-courier')).toHaveLength(1);
    expect(portal.of('portalSeen')).toEqual([{ clientId: CLIENT_ID, seen: 'readableSecret' }]);
    await portal.pressButton(COPY_VALUE);
    expect(portal.of('captureSecretValue')).toEqual([
      {
        clientId: CLIENT_ID,
        secretId: SECRET_ID,
        description: 'Kandji SSO',
        expiresOn: '2028-07-27',
        secretValue: SECRET_VALUE,
        whenHeld: 'ask',
      },
    ]);
    expect(live(portal.stage).join()).toMatch(/^status: Secret value held for Kandji · (?:10:00|9:59) left$/);
  });

  it('shows no full value anywhere of its own', async () => {
    await portal.open(table([freshRow]), 'Credentials');
    await portal.pressButton(COPY_VALUE);
    for (const root of portal.stage.roots) {
      expect(root.innerHTML).not.toContain(SECRET_VALUE);
      expect((root.host as Element).outerHTML).not.toContain(SECRET_VALUE);
    }
  });

  it('stays away from a row once its button was put away, however the page redraws it', async () => {
    const other = { ...freshRow, secretId: OTHER_SECRET_ID, value: OTHER_VALUE, description: 'other' };
    await portal.open(table([freshRow, other]), 'Credentials');
    expect(document.querySelectorAll('sso-courier')).toHaveLength(2);
    await portal.pressButton(HIDE);
    expect(document.querySelectorAll('sso-courier')).toHaveLength(1);
    document.body.innerHTML = table([freshRow, other]);
    await frames();
    expect(document.querySelectorAll('sso-courier')).toHaveLength(1);
    expect(portal.of('captureSecretValue')).toEqual([]);
  });

  it('counts the time down, and says when it is over', async () => {
    await portal.open(table([freshRow]), 'Credentials');
    portal.answers.captureSecretValue = {
      kind: 'held',
      vendorName: 'Kandji',
      what: 'secretValue',
      deadline: Date.now() + 700,
    };
    await portal.pressButton(COPY_VALUE);
    expect(live(portal.stage).join()).toContain('held for Kandji · 0:01 left');
    await vi.waitFor(() => expect(live(portal.stage).join()).toContain('No longer held'), 3000);
    expect(live(portal.stage).join()).not.toContain('held for Kandji');
  });

  it('says that a value was not taken, with a line for support that holds nothing of it', async () => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await portal.open(table([freshRow]), 'Credentials');
    portal.answers.captureSecretValue = { kind: 'dropped', reason: 'memoryMissing' };
    await portal.pressButton(COPY_VALUE);
    expect(live(portal.stage).join()).toContain('could not take the value');
    await portal.pressButton('Copy details');
    expect(writeText.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^SSO Courier 0\.1\.0, chrome: captureSecretValue, memoryMissing, 20[\dT:.-]+Z$/,
        ),
      ],
    ]);
    expect(button(portal.stage, 'Copied.')).toBeDefined();
  });

  it('asks before it replaces another secret, and sends the answer', async () => {
    portal.answers.captureSecretValue = {
      kind: 'askReplace',
      vendorName: 'Kandji',
      held: { hint: 'AB3', description: 'first' },
    } satisfies CaptureAnswer;
    await portal.open(table([freshRow]), 'Credentials');
    await portal.pressButton(COPY_VALUE);
    expect(live(portal.stage).join()).toMatch(
      /^alert: .*“first” \(starts with AB3\).*“Kandji SSO” \(starts with zzz\)/,
    );
    await portal.pressButton('Keep the held one');
    expect(live(portal.stage)).toEqual([]);
    await portal.pressButton(COPY_VALUE);
    portal.answers.captureSecretValue = {
      kind: 'held',
      vendorName: 'Kandji',
      what: 'secretValue',
      deadline: Date.now() + 60_000,
    };
    await portal.pressButton('Replace');
    expect(portal.of('captureSecretValue').map(({ whenHeld }) => whenHeld)).toEqual([
      'ask',
      'ask',
      'replace',
    ]);
    expect(live(portal.stage).join()).toContain('held for Kandji');
  });

  it('reads the value at the press, not when the button was drawn', async () => {
    await portal.open(table([freshRow]), 'Credentials');
    const cell = document.querySelectorAll('td')[2] as HTMLElement;
    const control = button(portal.stage, COPY_VALUE);
    (cell.firstChild as Text).data = OTHER_VALUE;
    press(portal.stage, control);
    await frames();
    expect(portal.of('captureSecretValue').map(({ secretValue }) => secretValue)).toEqual([OTHER_VALUE]);
  });

  it('gives up on a row that reads differently at every look, and says so', async () => {
    await portal.open(table([freshRow]), 'Credentials');
    const text = document.querySelectorAll('td')[2]?.firstChild as Text;
    let looks = 0;
    const change = () => {
      text.data = OTHER_VALUE.replace('AbC', `Ab${looks % 10}`);
      if (++looks < 40) nextFrame(document, change);
    };
    const control = button(portal.stage, COPY_VALUE);
    change();
    press(portal.stage, control);
    await frames(20);
    expect(portal.of('captureSecretValue')).toEqual([]);
    expect(live(portal.stage).join()).toMatch(/could not read this page.*Nothing was copied/);
  });

  it('refuses a value that the portal hides under the press', async () => {
    await portal.open(table([freshRow]), 'Credentials');
    const control = button(portal.stage, COPY_VALUE);
    (document.querySelectorAll('td')[2]?.firstChild as Text).data = MASKED;
    press(portal.stage, control);
    await frames();
    expect(portal.of('captureSecretValue')).toEqual([]);
    expect(live(portal.stage).join()).toMatch(/^alert: The portal hides this Value.*Nothing was copied/);
    expect(button(portal.stage, COPY_VALUE)).toBeUndefined();
  });

  it('says that it cannot tell, and draws no button, where two texts could be the value', async () => {
    const row = { ...freshRow, value: `<i>${OTHER_VALUE}</i><b>${OTHER_VALUE.replace('AbC', 'XyZ')}</b>` };
    await portal.open(table([row]), 'Credentials');
    expect(button(portal.stage, COPY_VALUE)).toBeUndefined();
    expect(live(portal.stage).join()).toMatch(/^status: SSO Courier could not read a row/);
  });

  it('puts its button and its alert back when the page rebuilds itself', async () => {
    const html = table([freshRow, maskedRow]);
    await portal.open(html, 'Credentials');
    await portal.pressButton(COPY_VALUE);
    document
      .querySelectorAll<HTMLElement>('.copy')[2]
      ?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
    await frames();
    document.body.innerHTML = html;
    await frames();
    expect(button(portal.stage, COPY_VALUE)).toBeDefined();
    expect(live(portal.stage).map((text) => text.slice(0, 40))).toEqual(
      ['status: Secret value held for Kandji · ', 'alert: You copied the Secret ID of “olde'].map((text) =>
        expect.stringContaining(text.slice(0, 30)),
      ),
    );
  });
});
