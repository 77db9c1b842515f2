/** The frame: sidebar, and the page of the route. */
import type { ReactNode } from 'react';
import styles from './layout.module.css';
import { BlueprintsPage } from './pages/blueprints';
import { DevicesPage } from './pages/devices';
import { EmptyPage } from './pages/empty';
import { IntegrationsPage } from './pages/integrations';
import { SettingsPage } from './pages/settings';
import { UsersPage } from './pages/users';
import { useRoute } from './route';
import { Sidebar } from './sidebar';
import { StoreProvider, useLoadedStore } from './store';

export function App() {
  const store = useLoadedStore();
  const route = useRoute();
  if (!store) return <div className={styles.loading}>Loading…</div>;
  return (
    <StoreProvider value={store}>
      <div className={styles.frame}>
        <Sidebar route={route} />
        <main className={styles.main}>{pageAt(route)}</main>
      </div>
    </StoreProvider>
  );
}

function pageAt(route: string): ReactNode {
  const [, first = ''] = route.split('/');
  switch (first) {
    case 'devices':
      return <DevicesPage />;
    case 'blueprints':
      return <BlueprintsPage />;
    case 'users':
      return <UsersPage />;
    case 'integrations':
      return <IntegrationsPage />;
    case 'settings':
      return <SettingsPage route={route} />;
    default:
      return <EmptyPage title={first.charAt(0).toUpperCase() + first.slice(1)} />;
  }
}
