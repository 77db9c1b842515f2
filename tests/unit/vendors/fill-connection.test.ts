// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FillOutcome, FillPayload } from '../../../utils/page/fill';
import { createFiller } from '../../../utils/vendors/fill-connection';
import { FilledForm } from '../../../utils/vendors/filled';
import { layOut } from '../page/layout';
import { CLIENT_ID, goTo, payload, SECRET } from './console-harness';
import { connectionForm, fieldNamed, otherForms } from './forms';

beforeEach(() => {
  layOut();
  goTo('https://acme.kandji.io/settings/access');
  document.body.innerHTML = '';
});
const fill = (change: Partial<FillPayload> = {}, filled = new FilledForm()) =>
  createFiller(window, filled, () => undefined)({ ...payload, ...change });
function outcomes(outcome: FillOutcome): Record<string, string> {
  if (outcome.kind !== 'filled') return { kind: outcome.kind };
  return Object.fromEntries(outcome.fields.map(({ field, outcome: how }) => [field, how]));
}
const show = (html: string) => {
  document.body.innerHTML = html;
};
const values = () => (['name', 'domain', 'clientId', 'secret'] as const).map((key) => fieldNamed(key).value);
const all = ['Entra ID SSO', 'contoso.onmicrosoft.com', CLIENT_ID, SECRET];

describe('fills', () => {
  it('all four fields, reports each, never submits, and says what the connection is called', async () => {
    show(connectionForm());
    const onSubmit = vi.fn((event: Event) => event.preventDefault());
    document.addEventListener('submit', onSubmit, { once: true });
    const outcome = await fill();
    expect(values()).toEqual(all);
    expect(outcome).toEqual({
      kind: 'filled',
      connectionName: 'Entra ID SSO',
      fields: [
        { field: 'connectionName', outcome: 'filled', label: 'Name' },
        { field: 'directoryDomain', outcome: 'filled', label: 'Azure Active (Entra ID) Directory Domain' },
        { field: 'clientId', outcome: 'filled', label: 'Client ID' },
        { field: 'secretValue', outcome: 'filled', label: 'Client Secret' },
      ],
    });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('the secret last, into a field that browsers already leave alone', async () => {
    show(connectionForm());
    const written: string[] = [];
    document.body.addEventListener('input', (event) => {
      const field = event.target as HTMLInputElement;
      written.push(`${field.dataset.field} ${field.autocomplete}`);
    });
    await fill();
    expect(written).toEqual(['q1 ', 'q2 ', 'q3 ', 'q4 off']);
  });

  it('a second time without writing anything', async () => {
    show(connectionForm());
    await fill();
    const onInput = vi.fn();
    document.body.addEventListener('input', onInput);
    expect(outcomes(await fill())).toEqual({
      connectionName: 'alreadyEqual',
      directoryDomain: 'alreadyEqual',
      clientId: 'alreadyEqual',
      secretValue: 'alreadyEqual',
    });
    expect(onInput).not.toHaveBeenCalled();
  });

  it('the name only where it is empty', async () => {
    show(connectionForm());
    fieldNamed('name').value = 'Our SSO';
    const outcome = await fill();
    expect(outcomes(outcome)).toMatchObject({ connectionName: 'kept', secretValue: 'filled' });
    expect(outcome).toMatchObject({ connectionName: 'Our SSO' });
    expect(fieldNamed('name').value).toBe('Our SSO');
  });

  it('what is held, and says what is not', async () => {
    show(connectionForm());
    const { directoryDomain: _unknown, ...rest } = payload.values;
    expect(outcomes(await fill({ values: rest }))).toMatchObject({
      directoryDomain: 'notHeld',
      clientId: 'filled',
    });
    expect(fieldNamed('domain').value).toBe('');
  });

  it('one fill after the other when two are asked for at once', async () => {
    show(connectionForm());
    const filler = createFiller(window, new FilledForm(), () => undefined);
    const [first, second] = await Promise.all([filler(payload), filler(payload)]);
    expect(new Set(Object.values(outcomes(first)))).toEqual(new Set(['filled']));
    expect(new Set(Object.values(outcomes(second)))).toEqual(new Set(['alreadyEqual']));
  });
});

describe('asks before it overwrites a secret', () => {
  it('and writes nothing until then', async () => {
    show(connectionForm());
    fieldNamed('secret').value = 'another secret';
    expect(await fill()).toEqual({ kind: 'holdsSecret' });
    expect(values()).toEqual(['', '', '', 'another secret']);
    expect(outcomes(await fill({ whenFilled: 'overwrite' }))).toMatchObject({ secretValue: 'filled' });
    expect(values()).toEqual(all);
  });

  it('renews the secret alone, beside its own client ID', async () => {
    show(connectionForm());
    fieldNamed('clientId').value = CLIENT_ID.toUpperCase();
    expect(outcomes(await fill({ only: 'secretValue' }))).toEqual({ secretValue: 'filled' });
    expect(values()).toEqual(['', '', CLIENT_ID.toUpperCase(), SECRET]);
  });
});

describe('never puts a secret beside another client ID', () => {
  it.each(['readonly', 'disabled'])('that is %s', async (how) => {
    show(connectionForm({ extra: { clientId: `${how} value="99999999-2222-4333-8444-555555555555"` } }));
    expect(outcomes(await fill())).toMatchObject({ clientId: 'notEditable', secretValue: 'kept' });
    expect(fieldNamed('secret').value).toBe('');
  });

  it('when only the secret is to be renewed', async () => {
    show(connectionForm({ extra: { clientId: 'value="99999999-2222-4333-8444-555555555555"' } }));
    expect(outcomes(await fill({ only: 'secretValue' }))).toEqual({ secretValue: 'kept' });
    expect(fieldNamed('secret').value).toBe('');
  });

  it('that the page puts back', async () => {
    show(connectionForm());
    fieldNamed('clientId').addEventListener('input', () => {
      fieldNamed('clientId').value = '';
    });
    expect(outcomes(await fill())).toMatchObject({ clientId: 'reverted', secretValue: 'kept' });
    expect(fieldNamed('secret').value).toBe('');
  });
});

describe('never writes', () => {
  it.each([
    'https://globex.kandji.io/',
    'https://acme.eu.kandji.io/',
    'https://acme.kandji.io:8443/',
    'http://acme.kandji.io/',
    'https://acme.kandji.io.evil.example/',
  ])('into %s', async (address) => {
    show(connectionForm());
    goTo(address);
    expect(await fill()).toEqual({ kind: 'wrongPage' });
    expect(values()).toEqual(['', '', '', '']);
  });

  it('into a host that is no console, whatever origin the payload names', async () => {
    show(connectionForm());
    goTo('https://auth.kandji.io/');
    expect(await fill({ origin: 'https://auth.kandji.io' })).toEqual({ kind: 'wrongPage' });
    expect(values()).toEqual(['', '', '', '']);
  });

  it('what is for the other generation of vendor, whatever origin the payload names', async () => {
    show(connectionForm());
    expect(await fill({ vendorId: 'iru' })).toEqual({ kind: 'wrongPage' });
    expect(values()).toEqual(['', '', '', '']);
  });

  it('the secret once the page has become another one half way', async () => {
    show(connectionForm());
    fieldNamed('clientId').addEventListener('change', () => goTo('https://globex.kandji.io/'));
    expect(await fill()).toEqual({ kind: 'wrongPage' });
    expect(fieldNamed('secret').value).toBe('');
  });

  it('into a frame', async () => {
    show(connectionForm());
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window & typeof globalThis);
    expect(await fill()).toEqual({ kind: 'wrongPage' });
  });

  it.each(otherForms)('into a form for %s', async (_which, html) => {
    show(html);
    const before = [...document.querySelectorAll('input')].map((field) => field.value);
    expect(outcomes(await fill()).secretValue ?? 'nothing').toBe('nothing');
    expect([...document.querySelectorAll('input')].map((field) => field.value)).toEqual(before);
  });

  it('into one of two forms', async () => {
    show(connectionForm() + connectionForm());
    expect(new Set(Object.values(outcomes(await fill())))).toEqual(new Set(['ambiguous']));
    expect([...document.querySelectorAll('input')].every(({ value }) => value === '')).toBe(true);
  });
});

describe('a page that takes values back', () => {
  it('once: is written to once more', async () => {
    show(connectionForm());
    fieldNamed('secret').addEventListener(
      'input',
      () => {
        fieldNamed('secret').value = '';
      },
      { once: true },
    );
    expect(outcomes(await fill())).toMatchObject({ secretValue: 'filled' });
    expect(fieldNamed('secret').value).toBe(SECRET);
  });

  it('always: is written to twice, then reported', async () => {
    show(connectionForm());
    const takeBack = vi.fn(() => {
      fieldNamed('secret').value = '';
    });
    fieldNamed('secret').addEventListener('input', takeBack);
    expect(outcomes(await fill())).toMatchObject({ clientId: 'filled', secretValue: 'reverted' });
    expect(takeBack).toHaveBeenCalledTimes(2);
  });

  it('from an earlier field when a later one is filled: is reported', async () => {
    show(connectionForm());
    fieldNamed('secret').addEventListener('input', () => {
      fieldNamed('domain').value = '';
    });
    expect(outcomes(await fill())).toMatchObject({ directoryDomain: 'reverted', secretValue: 'filled' });
  });

  it('by another mounting: the new field is found', async () => {
    show(connectionForm());
    const remount = (key: 'clientId' | 'secret') => {
      const field = fieldNamed(key);
      const copy = field.cloneNode(true) as HTMLInputElement;
      copy.value = field.value;
      field.replaceWith(copy);
    };
    fieldNamed('clientId').addEventListener('input', () => remount('clientId'));
    fieldNamed('secret').addEventListener('change', () => remount('secret'), { once: true });
    expect(outcomes(await fill())).toMatchObject({ clientId: 'filled', secretValue: 'filled' });
    expect(values()).toEqual(all);
  });

  it('by removing the form: stops', async () => {
    show(connectionForm());
    fieldNamed('domain').addEventListener('input', () => show('<p>Session expired</p>'));
    expect(await fill()).toEqual({ kind: 'noForm' });
  });
});

describe('remembers only fingerprints of what it filled', () => {
  it('and sees what was changed', async () => {
    show(connectionForm());
    const filled = new FilledForm();
    await fill({}, filled);
    expect(JSON.stringify(filled)).not.toContain(SECRET);
    expect(filled.connectionName).toBe('Entra ID SSO');
  });
});
