/** The Iru generation's console, as far as authentication methods are concerned. */
import { createRoot } from 'react-dom/client';
import { Shell } from './shell';
import { TenantProvider } from './tenant';
import './look.css';

const app = document.getElementById('app');
if (app) {
  createRoot(app).render(
    <TenantProvider>
      <Shell />
    </TenantProvider>,
  );
}
