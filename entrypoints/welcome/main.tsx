import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Welcome } from '../../components/welcome/welcome';
import { useCourierState } from '../popup/use-state';
import { useSetup } from './use-setup';
import '../../components/styles.css';
import '../../components/welcome/welcome.css';

function Page() {
  const { state, ask } = useCourierState();
  return <Welcome state={state} ask={ask} {...useSetup()} />;
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
