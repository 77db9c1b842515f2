/** Settings, with the tab that matters here. */
import { AccessPage } from '../access/access-page';
import { navigate } from '../route';
import { useStore } from '../store';
import ui from '../ui.module.css';

const TABS = [
  { path: '/settings', name: 'General' },
  { path: '/settings/access', name: 'Access' },
  { path: '/settings/apple', name: 'Apple Integrations' },
];

export function SettingsPage({ route }: { route: string }) {
  return (
    <>
      <h1>Settings</h1>
      <div className={ui.tabs} role="tablist" aria-label="Settings">
        {TABS.map(({ path, name }) => (
          <button
            key={path}
            type="button"
            role="tab"
            aria-selected={route === path}
            onClick={() => navigate(path)}
          >
            {name}
          </button>
        ))}
      </div>
      {route === '/settings/access' ? <AccessPage /> : <GeneralPage />}
    </>
  );
}

function GeneralPage() {
  const { view } = useStore();
  return (
    <section className={ui.card}>
      <div className={ui.cardHead}>
        <h2>Company</h2>
        <p>
          {view.tenantName}, hosted in {view.region === 'eu' ? 'Europe' : 'the United States'}
        </p>
      </div>
    </section>
  );
}
