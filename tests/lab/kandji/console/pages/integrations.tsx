/**
 * Integrations, as far as the user directory's: Discover integrations > Add and configure > Get Started > name >
 * Sign in with Azure (facts, kandji §9). Looks like single sign-on, and takes no value.
 */
import { useState } from 'react';
import { Blade } from '../access/blade';
import layout from '../layout.module.css';
import overlay from '../overlay.module.css';
import ui from '../ui.module.css';

type Stage = 'list' | 'discover' | 'intro' | 'name' | 'connect';

export function IntegrationsPage() {
  const [stage, setStage] = useState<Stage>('list');
  const close = () => setStage('list');
  return (
    <>
      <h1>Integrations</h1>
      <p className={layout.lead}>Connect other services to this tenant.</p>
      {stage === 'list' && <Step name="Discover integrations" onPress={() => setStage('discover')} />}
      {stage === 'discover' && (
        <section className={ui.card}>
          <div className={ui.cardHead}>
            <h2>Microsoft Entra ID</h2>
            <p>Bring users and groups of your directory into the tenant.</p>
          </div>
          <div className={ui.cardFoot}>
            <Step name="Add and configure" onPress={() => setStage('intro')} />
          </div>
        </section>
      )}
      {(stage === 'intro' || stage === 'name' || stage === 'connect') && (
        <Blade title="User directory integration" onClose={close}>
          <div className={overlay.bladeBody}>
            {stage === 'intro' && <p>Users and groups are synchronised from your directory.</p>}
            {stage === 'name' && (
              <label>
                Name <input className={overlay.input} defaultValue="Entra users" />
              </label>
            )}
            {stage === 'connect' && <p>An administrator consents for the organisation.</p>}
          </div>
          <div className={overlay.bladeFoot}>
            {stage === 'intro' && <Step name="Get Started" onPress={() => setStage('name')} />}
            {stage === 'name' && <Step name="Next" onPress={() => setStage('connect')} />}
            {stage === 'connect' && <Step name="Sign in with Azure" onPress={close} />}
          </div>
        </Blade>
      )}
    </>
  );
}

function Step({ name, onPress }: { name: string; onPress(): void }) {
  return (
    <button type="button" className={`${ui.button} ${ui.primary}`} onClick={onPress}>
      {name}
    </button>
  );
}
