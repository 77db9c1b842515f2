/** *Ask Microsoft*: the held values at the token endpoint, on request, without an `Origin`. */
import { removeApp } from '../lab/portal/model';
import { mintSecretValue } from '../lab/secret-value';
import type { Lab } from '../lab/server';
import type { Admin } from './harness/admin';
import { type Carried, carry } from './harness/connected';
import type { Session } from './harness/session';
import type { Surface } from './harness/surface';
import { FURTHER, furtherUnless } from './harness/tags';
import { expect, test } from './harness/test';

const TOKEN = /\/oauth2\/v2\.0\/token$/;
const tokenRequests = ({ log }: Lab) =>
  log.filter(
    ({ method, path, headers }) =>
      method === 'POST' &&
      TOKEN.test(path.split('?')[0] ?? '') &&
      !/back-channel/.test(headers['user-agent'] ?? ''),
  );

async function askMicrosoft(admin: Admin, session: Session, over: Surface): Promise<Surface> {
  const popup = await admin.openPopup(over);
  await admin.click(popup, { role: 'button', name: /^Check the values \(/ });
  await admin.click(popup, { role: 'button', name: 'Ask Microsoft' });
  // Firefox asks whether the extension may send sign-in data.
  await session.allowAsked();
  return popup;
}

test('a good secret works, the request has no Origin, and a page’s own request keeps its', async ({
  admin,
  lab,
  session,
}) => {
  const { portal, secretValue } = await carry(admin, lab);
  expect(tokenRequests(lab), 'a capture asks nothing').toEqual([]);
  const popup = await askMicrosoft(admin, session, portal);
  await admin.waitFor(popup, { role: ['status', 'listitem', 'text'], text: /accept|works/i, at: 'first' });
  const [request] = tokenRequests(lab);
  expect(request?.headers.origin).toBeUndefined();
  expect(new URLSearchParams(request?.body).get('client_secret')).toBe(secretValue);
  await portal.evaluate(
    "fetch('https://login.microsoftonline.com/common/oauth2/v2.0/token', { method: 'POST', body: 'x=1' }).catch(() => {})",
  );
  expect(tokenRequests(lab).at(-1)?.headers.origin).toBe('https://entra.microsoft.com');
});

const answers: Record<string, { fault: (carried: Carried, lab: Lab) => void; words: RegExp }> = {
  'an expired secret': {
    fault: ({ app }) => {
      for (const secret of app.secrets) secret.expiresAt = new Date(Date.now() - 1000);
    },
    words: /expired/i,
  },
  'an app that the directory does not have': {
    fault: ({ app }, lab) => {
      removeApp(lab.world, app.clientId);
    },
    words: /finds no app/,
  },
  'a secret that is not the app’s': {
    fault: ({ app }) => {
      for (const secret of app.secrets) {
        secret.value = mintSecretValue();
        secret.createdAt = new Date(Date.now() - 3_600_000);
      }
    },
    // Captured a moment ago, so it may still be on its way: said as such, and asked again.
    words: /does not know the secret value yet/,
  },
  'a guest network that answers with its own page': {
    fault: (_carried, lab) => {
      lab.world.microsoft.line = 'guestPage';
    },
    words: /Could not reach Microsoft, so the secret was not tried/,
  },
  // What the background makes of either is the same (unit tests); the line itself is cut here.
  'a line that is cut': {
    fault: (_carried, lab) => {
      lab.world.microsoft.line = 'cut';
    },
    words: /Could not reach Microsoft, so the secret was not tried/,
  },
};

for (const [name, { fault, words }] of Object.entries(answers)) {
  test(`${name} is named before anything is saved`, {
    tag: furtherUnless(name, 'a secret that is not the app’s'),
  }, async ({ admin, lab, session }) => {
    const carried = await carry(admin, lab);
    fault(carried, lab);
    const popup = await askMicrosoft(admin, session, carried.portal);
    await admin.waitFor(popup, { role: ['status', 'alert', 'listitem', 'text'], text: words, at: 'first' });
  });
}

test('a secret that Microsoft does not know yet is asked about again by itself', { tag: FURTHER }, async ({
  admin,
  lab,
  session,
}) => {
  // Seconds that a new secret takes to reach the lab's token endpoint.
  lab.world.microsoft.secretPropagationSeconds = 20;
  const { portal } = await carry(admin, lab);
  const popup = await askMicrosoft(admin, session, portal);
  await admin.waitFor(popup, { role: ['status', 'alert', 'listitem', 'text'], text: /again/i, at: 'first' });
  await expect.poll(() => tokenRequests(lab).length, { timeout: 60_000 }).toBe(2);
  // The problem is gone, so the journey has moved on to its next step.
  await admin.click(popup, { role: 'button', name: /^Check the values \(/ });
  await admin.click(popup, { role: 'DisclosureTriangle', name: /checks passed/ });
  await admin.waitFor(popup, { role: ['listitem', 'text'], text: /Microsoft accepts/, at: 'first' });
});

test('an answer that does not come is not waited for any longer, and nothing of it is kept', {
  tag: FURTHER,
}, async ({ admin, lab, session }) => {
  const { portal } = await carry(admin, lab);
  lab.world.microsoft.line = 'silent';
  const popup = await askMicrosoft(admin, session, portal);
  await admin.click(popup, { role: 'button', name: 'Cancel' });
  await admin.waitFor(popup, {
    role: ['status', 'text'],
    text: /Cancelled\. Microsoft’s answer was not waited for/,
    at: 'first',
  });
  lab.world.microsoft.line = 'open';
  await admin.click(popup, { role: 'button', name: 'Ask Microsoft' });
  await admin.waitFor(popup, { role: ['status', 'listitem', 'text'], text: /accept|works/i, at: 'first' });
});
