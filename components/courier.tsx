import { lazy, type ReactNode, Suspense, useLayoutEffect, useRef, useState } from 'react';
import type { Instant, StepId } from '../utils/handoff/model';
import type { ProjectedState } from '../utils/handoff/projection';
import { beginWords } from '../utils/words/notes';
import { emptyWords, finderWords, headerWords, statusWords, storageFaultWords } from '../utils/words/popup';
import { Actions } from './actions';
import type { Ask, Copy } from './ask';
import { BlockedNotice } from './blocked-notice';
import { Button } from './button';
import { type Deeds, type Report, useDeeds } from './deeds';
import { HandoffSwitcher } from './handoff-switcher';
import { HeldValues } from './held-values';
import { HelpContext } from './help-link';
import { Journey } from './journey';
import { Mark } from './mark';
import { More } from './more';
import { nextStepOf } from './next-step';
import { Notes } from './notes';
import { Notice } from './notice';
import { OrphanNotice } from './orphan-notice';
import { detailsOf, useNotedAsk } from './support-details';
import { TenantChooser, TenantLine } from './tenant';
import { Words } from './words';

/** Brought when it is first opened: what it is made of would otherwise be paid by every opening of the popup. */
const Finder = lazy(() => import('./finder'));

export interface CourierProps {
  /** `undefined` until the background has answered, or when it cannot. */
  state: ProjectedState | undefined;
  /** The background does not answer any more. */
  unreachable: boolean;
  now: Instant;
  ask: Ask;
  copy: Copy;
  /** Opens the page of all connections and their reminders. */
  onOpenConnections: () => void | Promise<void>;
  /** Shows the same view beside the page, where it stays open; absent where it does already. */
  onKeepOpen?: () => void | Promise<void>;
  /** Stands before the warnings: what keeps everything from working. */
  start?: ReactNode;
  /** Stands at the end, below the journey. */
  end?: ReactNode;
}

/** The whole view of the popup and the side panel. It takes the width it is given, from 320 px. */
export function Courier({ state, unreachable, ...rest }: CourierProps) {
  return (
    <HelpContext value={state?.helpLink}>
      <div className="courier">
        {state ? (
          <>
            {unreachable && <Unreachable />}
            <Loaded state={state} {...rest} />
          </>
        ) : (
          <Bare>{unreachable ? <Unreachable /> : <p className="loading">{statusWords.loading}</p>}</Bare>
        )}
      </div>
    </HelpContext>
  );
}

function Product() {
  return (
    <h1>
      <Mark size={20} />
      {headerWords.product}
    </h1>
  );
}

function Unreachable() {
  return (
    <Notice tone="error" role="alert" title={statusWords.unreachableTitle} text={statusWords.unreachable} />
  );
}

/** Before there is a state to show: the frame alone. */
function Bare({ children }: { children: ReactNode }) {
  return (
    <>
      <header>
        <Product />
      </header>
      <main>{children}</main>
    </>
  );
}

interface LoadedProps extends Omit<CourierProps, 'state' | 'unreachable'> {
  state: ProjectedState;
}

function Loaded({ state, now, ask, copy, onOpenConnections, onKeepOpen, start, end }: LoadedProps) {
  const { vendor, tenant, current } = state;
  const { deeds, report, dismiss } = useDeeds(ask, copy, vendor);
  const forms = useNotedAsk(ask);
  const [isChanging, setChanging] = useState(false);
  const finder = useFinder();
  const nextStep = nextStepOf(state);
  const isSaved = state.steps.some((step) => step.id === 'save' && step.state === 'done');

  return (
    <>
      <header>
        <Product />
        <span className="head-links">
          <button
            ref={finder.opener}
            type="button"
            className="link"
            aria-expanded={finder.isOpen}
            aria-keyshortcuts="Control+K Meta+K"
            title={finderWords.hint}
            onClick={finder.toggle}
          >
            {finderWords.open}
          </button>
          {onKeepOpen && (
            <button type="button" className="link" title={headerWords.keepOpenHint} onClick={onKeepOpen}>
              {headerWords.keepOpen}
            </button>
          )}
        </span>
        {tenant && <TenantLine tenant={tenant} onChange={() => setChanging(true)} />}
      </header>
      <main>
        {finder.isOpen && (
          <Suspense>
            <Finder
              handoffs={state.handoffs}
              now={now}
              ask={ask}
              onChoose={deeds.chooseHandoff}
              onRenew={deeds.startRenewal}
              onClose={finder.close}
            />
          </Suspense>
        )}
        {(!tenant || isChanging) && (
          <TenantChooser
            vendor={vendor}
            openTenants={state.openTenants}
            isNext={nextStep === 'chooseTenant'}
            isChange={tenant !== undefined}
            ask={forms.ask}
            onDone={() => setChanging(false)}
          />
        )}
        {start}
        <Warnings state={state} nextStep={nextStep} now={now} copy={copy} />
        <Notes state={state} deeds={deeds} />
        <HandoffSwitcher
          handoffs={state.handoffs}
          current={current}
          now={now}
          onChoose={deeds.chooseHandoff}
        />
        {current && (
          <HeldValues handoff={current} vendorName={vendor.name} now={now} onExtend={deeds.extendHold} />
        )}
        {!current && !isSaved && <Empty state={state} deeds={deeds} />}
        <Journey state={state} nextStep={nextStep} now={now} ask={forms.ask} deeds={deeds} />
        {detailsOf(forms, copy)}
        <More
          connection={state.connection}
          onCopyRecord={deeds.copyRecord}
          onOpenConnections={onOpenConnections}
        />
        {end}
      </main>
      <footer>
        <div role="status">{report && <ReportNotice report={report} copy={copy} onDismiss={dismiss} />}</div>
        <Actions state={state} nextStep={nextStep} deeds={deeds} />
      </footer>
    </>
  );
}

/** Opens and closes the finder, also by Ctrl+K; the focus comes back to where it was opened. */
function useFinder() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  // Before it is drawn: who sees the popup may use the key at once.
  useLayoutEffect(() => {
    const page = opener.current?.ownerDocument;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    page?.addEventListener('keydown', onKey);
    return () => page?.removeEventListener('keydown', onKey);
  }, []);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }
  return { isOpen, opener, close, toggle: () => (isOpen ? close() : setOpen(true)) };
}

interface WarningsProps {
  state: ProjectedState;
  nextStep: StepId | undefined;
  now: Instant;
  copy: Copy;
}

/** What the admin must know whatever the journey says. */
function Warnings({ state, nextStep, now, copy }: WarningsProps) {
  const fault = state.storageFault && storageFaultWords(state.storageFault);
  return (
    <>
      {fault && <Notice tone="error" role="alert" title={fault.title} text={fault.text} />}
      {state.blockedByPolicy && <BlockedNotice vendorName={state.vendor.name} copy={copy} />}
      {state.reloadNeeded && (
        <Notice tone="warning" role="alert" title={statusWords.reloadTitle} text={statusWords.reload} />
      )}
      {state.handoffs
        // The step that asks for another secret names the one it replaces.
        .filter(({ clientId }) => nextStep !== 'secretValue' || clientId !== state.current?.clientId)
        .map((handoff) => (
          <OrphanNotice key={handoff.clientId} handoff={handoff} now={now} />
        ))}
    </>
  );
}

/** Nothing is held: where to begin. */
function Empty({ state, deeds }: { state: ProjectedState; deeds: Pick<Deeds, 'takeMeThere'> }) {
  const next = state.steps.find(({ id }) => id === nextStepOf(state));
  const place = next?.id === 'carryRedirectUri' ? 'vendor' : 'entra';
  return (
    <section className="card empty" aria-labelledby="empty-heading">
      <h2 id="empty-heading">{emptyWords.heading}</h2>
      <p>
        <Words text={beginWords[place](state.vendor.name)} />
      </p>
      {next?.action !== 'takeMeThere' && (
        <Button onPress={() => deeds.takeMeThere('clientId')}>{emptyWords.takeMeThere}</Button>
      )}
    </section>
  );
}

interface ReportNoticeProps {
  report: Report;
  copy: Copy;
  onDismiss: () => void;
}

function ReportNotice({ report, copy, onDismiss }: ReportNoticeProps) {
  return (
    <Notice tone={report.tone} text={report.text} onDismiss={onDismiss}>
      {report.address && <code className="whole">{report.address}</code>}
      {detailsOf(report, copy)}
      {report.choices && (
        <div className="choices">
          {report.choices.map(({ label, press }) => (
            <Button key={label} onPress={press}>
              {label}
            </Button>
          ))}
        </div>
      )}
    </Notice>
  );
}
