import { type SubmitEvent, useId, useRef, useState } from 'react';
import type { ProjectedState } from '../utils/handoff/projection';
import { unansweredWords } from '../utils/words/faults';
import { headerWords, tenantFaultWords } from '../utils/words/popup';
import type { Ask } from './ask';
import { Button } from './button';

export interface TenantLineProps {
  tenant: NonNullable<ProjectedState['tenant']>;
  onChange: () => void;
}

/** The vendor tenant the values are for. */
export function TenantLine({ tenant, onChange }: TenantLineProps) {
  return (
    <div className="tenant">
      <span className="whole">{tenant.host}</span>
      <span className="quiet">{tenant.region}</span>
      <button type="button" className="link" onClick={onChange}>
        {headerWords.change}
      </button>
    </div>
  );
}

export interface TenantChooserProps {
  vendor: ProjectedState['vendor'];
  openTenants: readonly string[];
  /** Choosing the tenant is the next thing to do. */
  isNext: boolean;
  /** Another one is chosen already and can be kept. */
  isChange: boolean;
  ask: Ask;
  onDone: () => void;
}

/** The means to choose the vendor tenant: consoles open in this browser, or an address. */
export function TenantChooser({ vendor, openTenants, isNext, ask, isChange, onDone }: TenantChooserProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');

  async function choose(address: string) {
    const answer = await ask('chooseVendorTenant', { address });
    switch (answer.kind) {
      case 'chosen':
        setRefusal('');
        return onDone();
      case 'refused':
        return setRefusal(tenantFaultWords(answer.fault, vendor.name));
      case 'dropped':
      case 'unreachable':
        return setRefusal(unansweredWords(answer));
      default:
        return answer satisfies never;
    }
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    return choose(field.current?.value ?? '');
  }

  const only = openTenants.length === 1;
  return (
    <section className="chooser" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{headerWords.chooseHeading(vendor.name)}</h2>
      {openTenants.length > 0 && (
        <ul className="open-tenants" aria-label={headerWords.openTabs}>
          {openTenants.map((host) => (
            <li key={host}>
              <Button look={isNext && only ? 'primary' : 'secondary'} onPress={() => choose(host)}>
                {host}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className="paste" onSubmit={submit} noValidate>
        <label htmlFor={`${id}-address`}>{headerWords.address(vendor.name)}</label>
        <div className="paste-row">
          <input
            ref={field}
            id={`${id}-address`}
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={headerWords.addressExample}
            aria-describedby={`${id}-refusal`}
            aria-invalid={refusal !== '' || undefined}
          />
          <Button type="submit" look={isNext && openTenants.length === 0 ? 'primary' : 'secondary'}>
            {headerWords.useAddress}
          </Button>
        </div>
        <div id={`${id}-refusal`} role="status" className="outcome refused">
          {refusal}
        </div>
      </form>
      {isChange ? (
        <button type="button" className="link" onClick={onDone}>
          {headerWords.cancel}
        </button>
      ) : (
        <a className="hint" href={vendor.articleUrl} target="_blank" rel="noreferrer">
          {headerWords.article(vendor.name)}
        </a>
      )}
    </section>
  );
}
