import type { Instant } from '../utils/handoff/model';
import type { ProjectedState } from '../utils/handoff/projection';
import type { SigninTestView } from '../utils/handoff/signin-test';
import { testWords } from '../utils/words/answers';
import { clockWords } from '../utils/words/times';
import { continueWith, type VerdictContext, verdictWords } from '../utils/words/verdicts';
import { Button } from './button';
import type { Deeds } from './deeds';
import { hasPassed } from './next-step';
import { Notice } from './notice';
import { Words } from './words';

export interface SigninTestProps {
  state: ProjectedState;
  now: Instant;
  deeds: Pick<Deeds, 'reportOutcome' | 'closeTestWindow' | 'stopTest'>;
}

/** The sign-in test: what to do before, what is waited for, what came of it. */
export function SigninTest({ state, now, deeds }: SigninTestProps) {
  const { test } = state;
  const context = verdictContext(state);
  return (
    <div className="test">
      {test?.verdict ? (
        <VerdictNotice {...verdictWords(test.verdict, context)} />
      ) : test ? (
        <Running test={test} context={context} now={now} onReport={deeds.reportOutcome} />
      ) : (
        <Before state={state} context={context} />
      )}
      {test && !test.verdict && (
        <Button look="subtle" onPress={deeds.stopTest}>
          {testWords.stop}
        </Button>
      )}
      {test?.verdict && test.windowOpen && test.observed && (
        <Button look={hasPassed(test.verdict) ? 'primary' : 'secondary'} onPress={deeds.closeTestWindow}>
          {testWords.close}
        </Button>
      )}
    </div>
  );
}

function verdictContext({ vendor, tenant, current, test }: ProjectedState): VerdictContext {
  const connectionName = test?.connectionName ?? current?.connectionName;
  return {
    vendorName: vendor.name,
    vendorId: vendor.id,
    ...(connectionName !== undefined && { connectionName }),
    ...(tenant?.redirectUri !== undefined && { redirectUri: tenant.redirectUri }),
  };
}

function VerdictNotice({ tone, title, text, fix }: ReturnType<typeof verdictWords>) {
  return (
    <Notice tone={tone} role="status" title={title} text={text}>
      <p>
        <Words text={fix} />
      </p>
    </Notice>
  );
}

function HowTo({ context }: { context: VerdictContext }) {
  return (
    <ul className="how-to">
      <li>
        <Words text={testWords.press(continueWith(context), context.vendorName)} />
      </li>
      <li>{testWords.who(context.vendorName)}</li>
    </ul>
  );
}

function Before({ state, context }: { state: ProjectedState; context: VerdictContext }) {
  return (
    <>
      <p>{state.tenant ? testWords.before(state.tenant.host) : testWords.beforeNoTenant}</p>
      <HowTo context={context} />
      {state.privateWindowOpen && <Notice tone="warning" role="note" text={testWords.privateWindowOpen} />}
      {!state.privateWindowsAllowed && <Notice tone="info" role="note" text={testWords.notAllowed} />}
    </>
  );
}

interface RunningProps {
  test: SigninTestView;
  context: VerdictContext;
  now: Instant;
  onReport: (worked: boolean) => Promise<void>;
}

function Running({ test, context, now, onReport }: RunningProps) {
  return (
    <>
      <p role="status">
        {test.observed ? testWords.running(clockWords(test.startedAt, now)) : testWords.runningUnseen}
      </p>
      {!test.observed && (
        <div className="choices">
          <Button onPress={() => onReport(true)}>{testWords.worked}</Button>
          <Button onPress={() => onReport(false)}>{testWords.failed}</Button>
        </div>
      )}
      <HowTo context={context} />
      {!test.observed && <Notice tone="info" role="note" text={testWords.notAllowed} />}
    </>
  );
}
