/** What is written into a form, and into which (TRUST §1.3, §2). */
import type { Mutant } from './mutant';

const FIND = 'utils/page/find.ts';
const FILLER = 'utils/vendors/fill-connection.ts';

const filler = ['tests/unit/vendors/fill-connection.test.ts', 'tests/unit/vendors/fill-react.test.tsx'];
const fields = ['tests/unit/page/find.test.ts', 'tests/unit/vendors/connection-form.test.ts'];

export const forms: readonly Mutant[] = [
  {
    guard: 'origin inside the page, at the moment of writing',
    file: FILLER,
    from: 'location.origin === this.#payload.origin &&',
    to: '',
    tests: filler,
  },
  {
    guard: 'top frame inside the page',
    file: FILLER,
    from: ' &&\n      this.#window.top === this.#window',
    to: '',
    tests: filler,
  },
  {
    guard: 'the secret stands beside its own client ID',
    file: FILLER,
    from: "if (!holdsClientId) return report('secretValue', 'kept', this.#place('secretValue'));",
    to: '',
    tests: filler,
  },
  {
    guard: 'asks before a secret is overwritten',
    file: FILLER,
    from: "if (whenFilled === 'ask' && holdsSecret) return { kind: 'holdsSecret' };",
    to: '',
    tests: filler,
  },
  {
    guard: 'kept out of session restore before it is written',
    file: FILLER,
    from: "      if (id === 'secretValue') keepOutOfStores(place.field);\n      writeField",
    to: '      writeField',
    tests: filler,
  },
  {
    guard: 'the vendor’s own generation inside the page',
    file: FILLER,
    from: '      tenant?.vendor.id === this.#payload.vendorId &&\n',
    to: '',
    tests: filler,
  },
  {
    guard: 'two forms are none',
    file: FILLER,
    from: "    if (form === 'several') return { kind: 'filled', fields: ambiguous(only) };\n",
    to: '',
    tests: filler,
  },
  {
    guard: 'a field that cannot be typed into is not written to',
    file: FILLER,
    from: "return stateOf(place.field) === 'usable' ? { ...place, kind: 'found' } : place;",
    to: "return { ...place, kind: 'found' };",
    tests: filler,
  },
  {
    guard: 'a page takes a value back once at most',
    file: FILLER,
    from: 'const ATTEMPTS = 2;',
    to: 'const ATTEMPTS = 1;',
    tests: filler,
  },
  {
    guard: 'all fields are looked at once more',
    file: FILLER,
    from: "!('field' in place) || !isSame(field.field, readField(place.field), value)",
    to: "!('field' in place)",
    tests: filler,
  },
  {
    guard: 'the name is the admin’s',
    file: FILLER,
    from: "    if (holds !== '' && holds !== connectionName) return report('connectionName', 'kept', place);\n",
    to: '',
    tests: filler,
  },
  {
    guard: 'hidden fields',
    file: FIND,
    from: "  if (!isShown(field)) return 'hidden';\n",
    to: '',
    tests: fields,
  },
  {
    guard: 'disabled fields',
    file: FIND,
    from: "  if (matches(field, ':disabled') || attributeOf(field, 'aria-disabled') === 'true') return 'disabled';\n",
    to: '',
    tests: fields,
  },
  {
    guard: 'fields that are read-only',
    file: FIND,
    from: "  if (field.readOnly || attributeOf(field, 'aria-readonly') === 'true') return 'readOnly';\n",
    to: '',
    tests: fields,
  },
  {
    guard: 'covered fields',
    file: FIND,
    from: "closest(field, '[inert]') || isCovered(field)",
    to: "closest(field, '[inert]')",
    tests: fields,
  },
  {
    guard: 'inert fields',
    file: FIND,
    from: "closest(field, '[inert]') || isCovered(field)",
    to: 'isCovered(field)',
    tests: fields,
  },
];
