import type { Instant } from '../utils/handoff/model';
import type { ProjectedHandoff, ProjectedSecret } from '../utils/handoff/projection';
import { heldWords } from '../utils/words/popup';
import { timeLeftWords } from '../utils/words/times';
import { Button } from './button';

/** Below this the countdown changes its colour. */
const SOON_MS = 120_000;
const LAST_MINUTE_MS = 60_000;

export interface HeldValuesProps {
  handoff: ProjectedHandoff;
  vendorName: string;
  now: Instant;
  onExtend: () => void | Promise<void>;
}

/** What is held: the client ID in full; of the secret value its first three characters and the time left. */
export function HeldValues({ handoff, vendorName, now, onExtend }: HeldValuesProps) {
  return (
    <section className="card held" aria-labelledby="held-heading">
      <h2 id="held-heading">
        {heldWords.heading(vendorName)}
        {handoff.appName !== vendorName && (
          <span className="app-name">{handoff.appName ?? heldWords.unnamedApp}</span>
        )}
      </h2>
      <dl>
        <dt>{heldWords.clientId}</dt>
        <dd>
          <code className="whole">{handoff.clientId}</code>
          {handoff.clientIdHeldAt === undefined && (
            <small className="quiet">{heldWords.clientIdNotCopied}</small>
          )}
        </dd>
        <dt>{heldWords.domain}</dt>
        <dd>
          {handoff.directoryDomain ? (
            <span className="whole">{handoff.directoryDomain}</span>
          ) : (
            <span className="quiet">{heldWords.domainUnknown}</span>
          )}
        </dd>
        <dt>{heldWords.secretValue}</dt>
        <dd>
          {handoff.secret ? (
            <HeldSecret secret={handoff.secret} now={now} onExtend={onExtend} />
          ) : (
            <span className="quiet">{heldWords.secretNotHeld}</span>
          )}
        </dd>
      </dl>
    </section>
  );
}

interface HeldSecretProps {
  secret: ProjectedSecret;
  now: Instant;
  onExtend: () => void | Promise<void>;
}

function HeldSecret({ secret, now, onExtend }: HeldSecretProps) {
  const left = secret.deadline - now;
  return (
    <>
      <div className="secret-line">
        <code>{secret.hint}…</code>
        <small className="quiet">{heldWords.secretName(secret)}</small>
      </div>
      <div className="secret-line">
        <span role="timer" className={left < SOON_MS ? 'countdown soon' : 'countdown'}>
          {heldWords.timeLeft(timeLeftWords(left))}
        </span>
        {secret.extendable && (
          <Button look="subtle" onPress={onExtend}>
            {heldWords.extend}
          </Button>
        )}
      </div>
      {/* A timer is silent to screen readers; the last minute is said once. */}
      <span role="status" className="for-readers">
        {left < LAST_MINUTE_MS ? heldWords.lastMinute : ''}
      </span>
    </>
  );
}
