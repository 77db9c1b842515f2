import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { Courier } from '../../components/courier';
import { PageReport } from '../../components/page-report';
import { copy } from './copy';
import { canKeepOpen, keepOpen } from './keep-open';
import { useCourierState } from './use-state';
import '../../components/styles.css';

function Popup() {
  const courier = useCourierState();
  return (
    <Courier
      {...courier}
      copy={copy}
      onOpenConnections={openConnections}
      {...(canKeepOpen && { onKeepOpen: keepOpen })}
      end={<PageReport ask={courier.ask} copy={copy} />}
    />
  );
}

/** The popup closes by itself when another page comes up. */
const openConnections = () => browser.runtime.openOptionsPage();

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Popup />
    </StrictMode>,
  );
