/** Microsoft's sign-in, the consent, and the sign-in test in a private window. */
import { containing, type Wanted } from '../accessible';
import type { Admin } from '../admin';
import type { Surface } from '../surface';

export interface Account {
  upn: string;
  password: string;
}

const NEXT: Wanted = { role: 'button', name: 'Next' };
const STAY: Wanted = { role: 'heading', name: 'Stay signed in?' };

/** User name, *Next*, password, *Sign in*; declines *Stay signed in?* where it is asked. */
export async function signInToMicrosoft(
  admin: Admin,
  page: Surface,
  { upn, password }: Account,
): Promise<void> {
  await admin.fill(page, { role: 'textbox', name: containing('email or phone') }, upn);
  await admin.click(page, NEXT);
  await admin.fill(page, { role: 'textbox', name: containing('password') }, password);
  await admin.click(page, { role: 'button', name: 'Sign in' });
  await admin.waitUntilGone(page, { role: 'button', name: 'Sign in' });
}

/** Answers *Stay signed in?* with *No* if that is what comes before `then`. */
export async function declineToStay(admin: Admin, page: Surface, then: Wanted): Promise<void> {
  const { role, name } = await admin.waitForEither(page, [STAY, then]);
  if (role === 'heading' && name === 'Stay signed in?') {
    await admin.click(page, { role: 'button', name: 'No' });
    await admin.waitFor(page, then);
  }
}

/** Presses *Open consent link*, signs in as an Entra administrator, accepts, and sees the success page. */
export async function consent(admin: Admin, vendor: Surface, administrator: Account): Promise<Surface> {
  await admin.click(vendor, { role: 'button', name: 'Open consent link' });
  const page = await admin.follow(/^https:\/\/login\.microsoftonline\.com\//, 'tab');
  await signInToMicrosoft(admin, page, administrator);
  await declineToStay(admin, page, { role: 'button', name: 'Accept' });
  await admin.click(page, { role: 'button', name: 'Accept' });
  await admin.waitFor(page, { role: 'heading', name: containing('Authorization successful') });
  return page;
}

export interface TestRun {
  connectionName: string;
  tester: Account;
}

/** Presses *Test sign-in in a private window* in the popup over a tab; returns the private tab. */
export async function startTest(admin: Admin, over: Surface): Promise<Surface> {
  const popup = await admin.openPopup(over);
  await admin.click(popup, { role: 'button', name: 'Test sign-in in a private window' });
  return admin.follow(/\/u\/login/, 'privateTab');
}

/** The tester's part: the vendor's button with the connection's name, then Microsoft. Ends wherever the vendor leads. */
export async function signInThroughConnection(
  admin: Admin,
  page: Surface,
  { connectionName, tester }: TestRun,
): Promise<void> {
  await admin.click(page, { role: 'button', name: `Continue with ${connectionName}` });
  await signInToMicrosoft(admin, page, tester);
}

/** The whole test of a connection that works, until the console is there. */
export async function testSignIn(admin: Admin, over: Surface, run: TestRun): Promise<Surface> {
  const page = await startTest(admin, over);
  await signInThroughConnection(admin, page, run);
  await declineToStay(admin, page, { role: 'link', name: 'Log out' });
  return page;
}

/** Opens the popup and waits for the verdict to be announced in it. */
export async function readVerdict(admin: Admin, over: Surface, words: RegExp): Promise<string> {
  const popup = await admin.openPopup(over);
  return admin.hears(popup, 'status', words);
}
