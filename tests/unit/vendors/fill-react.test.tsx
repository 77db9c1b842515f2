// @vitest-environment happy-dom
import { act, StrictMode, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFiller } from '../../../utils/vendors/fill-connection';
import { FilledForm } from '../../../utils/vendors/filled';
import { layOut } from '../page/layout';
import { CLIENT_ID, goTo, payload, SECRET } from './console-harness';
import { fieldNamed } from './forms';

beforeEach(() => {
  layOut();
  goTo('https://acme.kandji.io/settings/access');
  document.body.innerHTML = '';
});
async function fill(): Promise<Record<string, string>> {
  const outcome = await createFiller(window, new FilledForm(), () => undefined)(payload);
  if (outcome.kind !== 'filled') return { kind: outcome.kind };
  return Object.fromEntries(outcome.fields.map(({ field, outcome: how }) => [field, how]));
}

/** A controlled form, as the console's framework would draw it. */
function Form({ transform }: { transform: (value: string) => string }) {
  const [state, setState] = useState<Record<string, string>>({});
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {['Name', 'Entra ID Domain', 'Client ID', 'Client Secret'].map((label, index) => (
        <label key={label}>
          {label}
          <input
            data-field={`q${index + 1}`}
            value={state[label] ?? ''}
            onChange={(event) =>
              setState((before) => ({ ...before, [label]: transform(event.target.value) }))
            }
          />
        </label>
      ))}
      <output>{JSON.stringify(state)}</output>
    </form>
  );
}

describe('React 19', () => {
  let root: Root;
  afterEach(() => act(() => root.unmount()));

  function mount(transform: (value: string) => string): void {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false;
    root = createRoot(document.body.appendChild(document.createElement('div')));
    root.render(
      <StrictMode>
        <Form transform={transform} />
      </StrictMode>,
    );
  }

  it('keeps what is filled in its own state', async () => {
    mount((value) => value);
    await vi.waitFor(() => fieldNamed('secret'));
    expect(await fill()).toMatchObject({ clientId: 'filled', secretValue: 'filled' });
    expect(JSON.parse(document.querySelector('output')?.textContent ?? '')).toEqual({
      Name: 'Entra ID SSO',
      'Entra ID Domain': 'contoso.onmicrosoft.com',
      'Client ID': CLIENT_ID,
      'Client Secret': SECRET,
    });
  });

  it('that cuts a value is reported', async () => {
    mount((value) => value.slice(0, 36));
    await vi.waitFor(() => fieldNamed('secret'));
    expect(await fill()).toMatchObject({ clientId: 'filled', secretValue: 'reverted' });
  });
});
