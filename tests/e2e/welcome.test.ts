/** The page after installation, in the real browser: it opens by itself, tells what is, and comes back after a reload. */
import { expect, test } from './harness/test';

test.use({ browserOptions: { privateWindows: 'notAllowed', welcome: 'kept' } });

const watchTest = (text: string) => ({
  role: 'status',
  text,
  within: { role: 'listitem', name: 'Let it watch the sign-in test' },
});

test('the page after installation opens by itself, follows the browser’s settings and leads to the console', async ({
  admin,
  browserName,
  session,
}) => {
  const page = await session.waitForTab(/welcome\.html$/, 'tab');
  await admin.goTo(page);
  await admin.waitFor(page, { role: 'heading', name: 'SSO Courier is installed' });
  await admin.waitFor(page, watchTest('To do'));
  expect(await admin.sees(page, { role: 'button', name: 'Allow on these sites' })).toBe(false);

  // Firefox opens no page of its own for an extension: the steps are written out there.
  if (browserName === 'chromium') {
    await admin.click(page, { role: 'button', name: 'Open its settings' });
    await session.waitForTab(new RegExp(`^chrome://extensions/\\?id=${session.extensionId}`), 'tab');
  }
  await session.allowPrivateWindows();

  const again = await session.waitForTab(/welcome\.html$/, 'tab');
  await admin.goTo(again);
  await admin.waitFor(again, watchTest('Done'));

  await admin.fill(again, { role: 'textbox', name: /Address of your Kandji tenant/ }, 'acme.kandji.io');
  await admin.click(again, { role: 'button', name: 'Use this tenant' });
  await admin.click(again, { role: 'link', name: 'Open acme.kandji.io' });
  await admin.follow(/^https:\/\/(acme|auth)\.kandji\.io\//, 'tab');
});
