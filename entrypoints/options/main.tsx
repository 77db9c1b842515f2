import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Connections } from '../../components/reminders/connections';
import { copy } from '../popup/copy';
import { download } from './download';
import { useConnections } from './use-connections';
import { useNotifications } from './use-notifications';
import '../../components/styles.css';
import '../../components/reminders/reminders.css';
import '../../components/reminders/rows.css';

function Options() {
  return (
    <Connections {...useConnections()} download={download} copy={copy} notifications={useNotifications()} />
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Options />
    </StrictMode>,
  );
