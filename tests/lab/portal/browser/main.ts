/** Entry of the portal page's script. */
import { defineBindings } from './bindings';
import { readSettings } from './settings';
import { Shell } from './shell';

defineBindings();
const container = document.getElementById('web-container');
if (container) new Shell(readSettings()).start(container);
