/**
 * The promises and the faults, each with the tests that prove it. A proof that names no test is an error: nobody can
 * take one away unnoticed.
 */
export interface Claim {
  readonly id: string;
  readonly says: string;
  readonly proofs: readonly Proof[];
}

/** Tests of a file, all of them or those whose full name has these words in it; in which browser, where in one. */
export type Proof = readonly [file: string, words: string, browser?: 'chromium' | 'firefox'];

const unit = (file: string, words = ''): Proof => [`tests/unit/${file}`, words];
const e2e = (file: string, words = ''): Proof => [`tests/e2e/${file}`, words, 'chromium'];
const inFirefox = (file: string, words = ''): Proof => [`tests/e2e/${file}`, words, 'firefox'];
const inBoth = (file: string, words = ''): readonly Proof[] => [e2e(file, words), inFirefox(file, words)];

export const promises: readonly Claim[] = [
  {
    id: '1.1',
    says: 'Memory only: no store, log, address, request, document or file of the profile has the value',
    proofs: [
      e2e('canary.test.ts'),
      e2e('profile-scan.test.ts'),
      unit('trust/documents.test.ts', 'does not touch'),
      unit('trust/documents.test.ts', 'knows the secret value in no view'),
      unit('handoff/memory.test.ts', 'never falls back to disk'),
      unit('components/paste-box.test.tsx'),
    ],
  },
  {
    id: '1.2',
    says: 'Short: deadline, cap, clock set back, lock, update, restart, saved, Clear, second capture',
    proofs: [
      unit('trust/lifetime.test.ts', 'the secret value leaves every store at'),
      unit('handoff/hold.test.ts'),
      unit('trust/documents.test.ts', 'relies on no timer'),
      // In a browser: deadline, background or computer asleep; clock; Clear; lock and end of the browser (Chromium); update;
      // second capture; saved (the canary's whole journey); nobody at the machine (Firefox).
      e2e('survive.test.ts'),
      inFirefox('survive.test.ts', 'its deadline'),
      inFirefox('survive.test.ts', 'a clock'),
      inFirefox('survive.test.ts', 'Clear'),
      ...inBoth('update.test.ts'),
      e2e('mistakes.test.ts', 'a second secret'),
      e2e('canary.test.ts', 'leaves no trace'),
      inFirefox('idle.test.ts'),
    ],
  },
  {
    id: '1.3',
    says: 'Only where it belongs: one console, its origin checked by the background and again while writing',
    proofs: [
      unit('vendors/registry.test.ts'),
      unit('trust/answers.test.ts', 'a fill'),
      unit('trust/router.test.ts', 'thousands of hosts'),
      unit('vendors/fill-connection.test.ts'),
      ...inBoth('hostile.test.ts', 'runs away from'),
      ...inBoth('hostile.test.ts', 'only looks like a console'),
      e2e('apart.test.ts'),
    ],
  },
  {
    id: '1.4',
    says: 'Only when asked: a trusted press on a control that is seen, unmoved and on top',
    proofs: [
      unit('page/press.test.ts'),
      unit('page/visible.test.ts'),
      ...inBoth('hostile.test.ts', 'has arranged'),
    ],
  },
  {
    id: '1.5',
    says: 'Nobody else’s: no answer carries the value, no store is open to a page',
    proofs: [
      unit('trust/answers.test.ts', 'no answer'),
      ...inBoth('hostile.test.ts', 'a taken-over portal page'),
      unit('trust/documents.test.ts', 'opens no door'),
    ],
  },
  {
    id: '1.6',
    says: 'Checked senders: forged, malformed and oversize messages are dropped and counted, and never throw',
    proofs: [
      unit('trust/router.test.ts'),
      unit('messages/door.test.ts'),
      unit('messages/senders.test.ts'),
      ...inBoth('hostile.test.ts', 'frames that are not the portal’s own'),
    ],
  },
  {
    id: '1.7',
    says: 'Small surface: permissions, hosts, policy and files grow only on purpose',
    proofs: [unit('trust/documents.test.ts', 'PERMISSIONS'), e2e('package.test.ts')],
  },
  {
    id: '1.8',
    says: 'Reminders are not secrets, and survive',
    proofs: [
      unit('handoff/connection-records.test.ts'),
      unit('reminders/exchange.test.ts'),
      unit('reminders/check.test.ts'),
      e2e('update.test.ts'),
    ],
  },
  {
    id: '1.9',
    says: 'No server, no telemetry, no remote code: the login hosts, on request',
    proofs: [
      unit('trust/documents.test.ts', 'PRIVACY'),
      unit('trust/answers.test.ts', 'brings about no request to the network'),
      e2e('canary.test.ts', 'through the popup'),
    ],
  },
];

export const faults: readonly Claim[] = [
  {
    id: '2.1',
    says: 'portal redesigned, translated, re-rendered: never guessed',
    proofs: [unit('entra/secret-rows.test.ts'), unit('entra/overview.test.ts'), e2e('rendering.test.ts')],
  },
  {
    id: '2.2',
    says: 'value masked or cut',
    proofs: [
      unit('trust/bad-input.test.ts', 'a pasted secret value'),
      unit('entra/values.test.ts'),
      e2e('mistakes.test.ts', 'a masked row'),
    ],
  },
  {
    id: '2.3',
    says: 'Secret ID, object ID, tenant ID, look-alike app',
    proofs: [
      unit('handoff/capture.test.ts'),
      unit('handoff/registration.test.ts'),
      e2e('mistakes.test.ts', 'secret ID'),
    ],
  },
  {
    id: '2.4',
    says: 'two registrations, two tenants',
    proofs: [e2e('apart.test.ts'), unit('handoff/choose.test.ts')],
  },
  {
    id: '2.5',
    says: 'a second secret while one is held',
    proofs: [e2e('mistakes.test.ts', 'a second secret'), unit('trust/lifetime.test.ts', 'a second capture')],
  },
  {
    id: '2.6',
    says: 'background stopped between any two steps',
    proofs: [
      e2e('interruptions.test.ts', 'the background is stopped'),
      e2e('stopped-fill.test.ts'),
      unit('background/fill-handlers.test.ts', 'a background that is stopped'),
    ],
  },
  {
    id: '2.7',
    says: 'updated with tabs open',
    proofs: [
      ...inBoth('hostile.test.ts', 'updated with a tab open'),
      e2e('update.test.ts'),
      unit('page/ask.test.ts'),
    ],
  },
  {
    id: '2.8',
    says: 'restart, crash, sleep past the deadline, clock change',
    proofs: [
      unit('trust/lifetime.test.ts', 'the secret value leaves'),
      e2e('survive.test.ts'),
      e2e('canary.test.ts', 'a browser killed'),
    ],
  },
  { id: '2.9', says: 'storage refuses', proofs: [unit('trust/lifetime.test.ts', 'a store that refuses')] },
  {
    id: '2.10',
    says: 'stored record corrupt or older',
    proofs: [
      unit('handoff/connection-records.test.ts', 'set a bad record aside'),
      unit('handoff/stored-record.test.ts'),
      unit('trust/lifetime.test.ts', 'a record'),
    ],
  },
  {
    id: '2.11',
    says: 'a framework reverts or a password manager overwrites a field',
    proofs: [
      unit('vendors/fill-connection.test.ts'),
      unit('vendors/console-save.test.ts'),
      e2e('mistakes.test.ts', 'changed after the fill'),
    ],
  },
  {
    id: '2.12',
    says: 'fields already hold a secret',
    proofs: [unit('vendors/fill-connection.test.ts'), unit('vendors/console-fill.test.ts')],
  },
  {
    id: '2.13',
    says: 'hidden, duplicate, zero-size, covered fields; framed forms',
    proofs: [
      unit('vendors/connection-form.test.ts'),
      unit('page/find.test.ts'),
      ...inBoth('hostile.test.ts', 'only looks like a console'),
    ],
  },
  {
    id: '2.14',
    says: 'prototypes polluted, DOM clobbered, mutation storms',
    proofs: [...inBoth('hostile.test.ts', 'is filled all the same'), unit('page/watch.test.ts')],
  },
  {
    id: '2.15',
    says: 'look-alike hosts',
    proofs: [
      unit('vendors/registry.test.ts'),
      unit('trust/bad-input.test.ts', 'a tenant address'),
      unit('trust/router.test.ts', 'hosts'),
    ],
  },
  {
    id: '2.16',
    says: 'offline, proxy, captive portal',
    proofs: [unit('background/discovery.test.ts'), unit('background/ask-microsoft.test.ts')],
  },
  {
    id: '2.17',
    says: 'AADSTS…',
    proofs: [
      unit('signin/words.test.ts'),
      unit('signin/pages.test.ts'),
      unit('background/ask-microsoft.test.ts'),
    ],
  },
  {
    id: '2.18',
    says: 'private windows not allowed, disabled, forced',
    proofs: [unit('trust/errors.test.ts', 'private windows')],
  },
  {
    id: '2.19',
    says: 'test abandoned, wrong account, wrong button',
    proofs: [unit('handoff/signin-test.test.ts'), e2e('verdicts.test.ts')],
  },
  {
    id: '2.20',
    says: 'permission revoked, host blocked by policy',
    proofs: [unit('settings'), unit('trust/errors.test.ts', 'company policy')],
  },
  { id: '2.21', says: 'managed settings late, absent, wrong type', proofs: [unit('settings')] },
  { id: '2.22', says: 'notifications off', proofs: [unit('reminders/badge.test.ts')] },
  {
    id: '2.23',
    says: 'bad input is named wherever it can enter',
    proofs: [
      unit('trust/bad-input.test.ts'),
      unit('reminders/exchange.test.ts'),
      unit('trust/router.test.ts'),
    ],
  },
  {
    id: '2.24',
    says: 'what happened, what was not done, the next step; no exception’s text',
    proofs: [unit('trust/errors.test.ts')],
  },
];
