/** Sidebar at the left, the page of the route beside it. */
import { AccessPage } from './access/access-page';
import { go, Link, useAddress } from './address';
import { DevicesPage } from './pages/devices';
import { QuietPage } from './pages/quiet';
import { Glyph, type GlyphName } from './parts/glyph';
import { Menu } from './parts/menu';
import css from './shell.module.css';
import { useTenant } from './tenant';

const PLACES: { href: string; name: string; glyph: GlyphName }[] = [
  { href: '/devices', name: 'Devices', glyph: 'laptop' },
  { href: '/blueprints', name: 'Blueprints', glyph: 'layers' },
  { href: '/library', name: 'Library', glyph: 'grid' },
  { href: '/users', name: 'Users', glyph: 'person' },
  { href: '/vulnerabilities', name: 'Vulnerabilities', glyph: 'shield' },
  { href: '/activity', name: 'Activity', glyph: 'pulse' },
];
/** The real route of Access is not public (facts/kandji.md §14). */
const ACCESS = '/organization/access';

export function Shell() {
  const address = useAddress();
  return (
    <div className={css.layout}>
      <Sidebar address={address} />
      <main className={css.content}>
        <Page address={address} />
      </main>
    </div>
  );
}

function Page({ address }: { address: string }) {
  if (address.startsWith(ACCESS)) return <AccessPage />;
  if (address.startsWith('/devices')) return <DevicesPage />;
  const place = PLACES.find(({ href }) => address.startsWith(href));
  return <QuietPage title={place?.name ?? 'Page not found'} />;
}

function Sidebar({ address }: { address: string }) {
  const { person, name, rendering } = useTenant().view;
  const marker = (testId: string) => (rendering.signedInMarkers ? { 'data-testid': testId } : {});
  return (
    <nav className={css.sidebar} aria-label="Primary" {...marker('sidebar')}>
      <div className={css.wordmark}>
        iru
        <i />
      </div>
      <div className={css.product}>
        <span>Endpoint</span>
        <small>{name}</small>
      </div>
      <ul>
        {PLACES.map(({ href, name, glyph }) => (
          <li key={href}>
            <Link href={href} aria-current={address.startsWith(href) ? 'page' : undefined}>
              <Glyph name={glyph} />
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <Menu
        label="Account menu"
        className={css.account}
        trigger={
          <>
            <span className={css.face} aria-hidden="true">
              {person.name.charAt(0)}
            </span>
            <span className={css.names}>
              <b {...marker('sidebar-user-name')}>{person.name}</b>
              <small>{person.email}</small>
            </span>
            <Glyph name="upDown" />
          </>
        }
        items={[
          { text: 'My profile', choose: () => go('/profile') },
          { text: 'Access', choose: () => go(ACCESS) },
          { text: 'Log out', choose: () => location.assign('/sign-out') },
        ]}
      />
    </nav>
  );
}
