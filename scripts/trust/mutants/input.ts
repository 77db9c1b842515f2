/** What may be held, and what files and policies may say (TRUST §2). */
import { answersTests } from './files';
import type { Mutant } from './mutant';

const VALUES = 'utils/entra/values.ts';
const EXCHANGE = 'utils/reminders/exchange.ts';

const inputTests = ['tests/unit/trust/bad-input.test.ts', 'tests/unit/entra/values.test.ts'];
const files = ['tests/unit/trust/bad-input.test.ts', 'tests/unit/reminders/exchange.test.ts'];

export const input: readonly Mutant[] = [
  {
    guard: 'the Secret ID is no value',
    file: VALUES,
    from: "return 'secretId';",
    to: 'return undefined;',
    tests: inputTests,
  },
  { guard: 'masked', file: VALUES, from: "if (isMasked(value)) return 'masked';", to: '', tests: inputTests },
  {
    guard: 'cut',
    file: VALUES,
    from: "if (/…$|\\.\\.\\.$/.test(value)) return 'cut';",
    to: '',
    tests: inputTests,
  },
  {
    guard: 'several values',
    file: VALUES,
    from: "if (/\\s/.test(value)) return 'severalValues';",
    to: '',
    tests: inputTests,
  },
  {
    guard: 'unprintable',
    file: VALUES,
    from: "if (!/^[\\x21-\\x7e]+$/.test(value)) return 'unprintable';",
    to: '',
    tests: inputTests,
  },
  {
    guard: 'endless texts are not looked at',
    file: VALUES,
    from: "if (text.length > LONGEST_TEXT) return { kind: 'fault', fault: 'tooLong' };",
    to: '',
    tests: inputTests,
  },
  {
    guard: 'marks that turn the writing direction leave a name',
    file: 'utils/messages/shapes.ts',
    from: 'z.transform(plain)',
    to: 'z.transform((from: string) => from)',
    tests: answersTests,
  },
  {
    guard: 'a row whose name turns the writing direction',
    file: EXCHANGE,
    from: '\\u202a-\\u202e\\u2066-\\u2069',
    to: '',
    tests: files,
  },
  {
    guard: 'a secret value in a row',
    file: EXCHANGE,
    from: "if (texts.some(holdsSecretValue)) return 'secretValue';",
    to: '',
    tests: files,
  },
  {
    guard: 'a host of a row is a console, letter for letter',
    file: EXCHANGE,
    from: '!tenant || tenant.host !== row.vendorHost',
    to: '!tenant',
    tests: files,
  },
  {
    guard: 'too many rows',
    file: EXCHANGE,
    from: 'if (rows.length > MOST_CONNECTIONS) {',
    to: 'if (rows.length < 0) {',
    tests: files,
  },
  {
    guard: 'a link of a policy is https and names no user',
    file: 'utils/settings/managed.ts',
    from: "url?.protocol === 'https:' && url.username === '' && url.password === ''",
    to: 'url',
    tests: ['tests/unit/settings/managed.test.ts'],
  },
  {
    guard: 'direction marks leave a text of a page',
    file: 'utils/page/text.ts',
    from: '\\u202a-\\u202e\\u2060-\\u2069',
    to: '',
    tests: inputTests,
  },
];
