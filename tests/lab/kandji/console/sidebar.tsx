/** Navigation. Its test ids are those of the real product (facts/kandji.md §4). */
import { icons } from './icons';
import styles from './layout.module.css';
import { navigate } from './route';
import { useStore } from './store';

const PLACES = [
  { path: '/devices', name: 'Devices', icon: icons.devices },
  { path: '/blueprints', name: 'Blueprints', icon: icons.blueprints },
  { path: '/library', name: 'Library', icon: icons.library },
  { path: '/users', name: 'Users', icon: icons.users },
  { path: '/integrations', name: 'Integrations', icon: icons.integrations },
  { path: '/activity', name: 'Activity', icon: icons.activity },
  { path: '/settings', name: 'Settings', icon: icons.settings },
];

export function Sidebar({ route }: { route: string }) {
  const { view } = useStore();
  return (
    <aside className={styles.sidebar} data-testid="sidebar">
      <div className={styles.brand}>
        <span className={styles.mark} aria-hidden="true">
          K
        </span>
        <span>
          <strong>Kandji</strong>
          <small>
            {view.tenantName} · {view.region.toUpperCase()}
          </small>
        </span>
      </div>
      <nav aria-label="Main">
        {PLACES.map(({ path, name, icon }) => (
          <a
            key={path}
            href={path}
            className={styles.place}
            aria-current={route.startsWith(path) ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(path);
            }}
          >
            {icon}
            {name}
          </a>
        ))}
      </nav>
      <div className={styles.user} data-testid="my-profile-button">
        <span className={styles.avatar} aria-hidden="true">
          {initialsOf(view.user.name)}
        </span>
        <span className={styles.who}>
          <strong data-testid="sidebar-user-name">{view.user.name}</strong>
          <small>{view.user.email}</small>
        </span>
        <a className={styles.iconButton} href="/logout" data-testid="log-out-button" aria-label="Log out">
          {icons.logOut}
        </a>
      </div>
    </aside>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/);
  return words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
}
