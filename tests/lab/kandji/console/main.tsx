/** The Kandji generation's console, as far as a single sign-on connection is concerned. */
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './theme.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
