/** A site of pages made to harm, by address: forged frames, look-alike hosts, polluted and restless pages. */
import { form, HOST } from './pages';

const frame = (attributes: string) => `<iframe ${attributes} width="200" height="60"></iframe>`;
const portalFrames = [
  frame('sandbox="allow-scripts" src="https://entra.microsoft.com/inner"'),
  frame('sandbox="allow-scripts" srcdoc="<p>srcdoc in a sandbox</p>"'),
  frame('srcdoc="<p>srcdoc</p>"'),
  frame('src="about:blank"'),
  frame('src="https://sandbox-1.reactblade.portal.azure.net/inner"'),
  frame('sandbox="allow-scripts" src="https://sandbox-1.reactblade.portal.azure.net/sandboxed"'),
  frame('src="https://entra.microsoft.com.evil.example/inner"'),
  frame(`src="https://${HOST}/framed"`),
  frame('src="https://login.microsoftonline.com/framed"'),
].join('');

/** Runs before the page's own content, in its world. Everything it overwrites is what a page can overwrite. */
const POLLUTION = `<script>
  window.stolen = [];
  const note = (what, value) => { try { window.stolen.push(what + ' ' + String(value)); } catch {} };
  for (const [name, prototype] of [['attachShadow', Element.prototype], ['postMessage', window], ['then', Promise.prototype]]) {
    const before = prototype[name];
    prototype[name] = function (...args) { if (name !== 'then') note(name, JSON.stringify(args)); return before.apply(this, args); };
  }
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  Object.defineProperty(HTMLInputElement.prototype, 'value', { ...value, get() { return 'polluted'; } });
  for (const name of ['querySelectorAll', 'closest', 'matches', 'getAttribute', 'getBoundingClientRect', 'checkVisibility'])
    Element.prototype[name] = () => { throw new Error('polluted'); };
  for (const name of ['map', 'filter', 'find', 'flatMap']) Array.prototype[name] = () => { throw new Error('polluted'); };
  Object.prototype.secretValue = 'polluted'; Object.prototype.kind = 'polluted';
  JSON.stringify = JSON.parse = () => { throw new Error('polluted'); };
  window.chrome = { runtime: { sendMessage: (...args) => note('sendMessage', args) } };
</script>`;

/** Names that come before the prototype's, in the isolated world too. */
const CLOBBER = [
  'querySelectorAll',
  'defaultView',
  'body',
  'documentElement',
  'createElement',
  'addEventListener',
  'elementFromPoint',
  'visibilityState',
]
  .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
  .join('');
const CLOBBERED_FORM = form.replace(
  '<h2>',
  `${[
    'closest',
    'matches',
    'parentNode',
    'childNodes',
    'getAttribute',
    'querySelectorAll',
    'getBoundingClientRect',
    'style',
    'isConnected',
    'nodeType',
    'ownerDocument',
    'contains',
    'tagName',
    'localName',
  ]
    .map((name) => `<input type="hidden" name="${name}">`)
    .join('')}<h2>`,
);

const STORM = `<div id="storm"></div><script>
  const storm = document.getElementById('storm');
  const blow = () => {
    storm.replaceChildren(...Array.from({ length: 200 }, (_, at) => Object.assign(document.createElement('p'), { textContent: 'Secret ' + at + Math.random() })));
    requestAnimationFrame(blow);
  };
  blow();
</script>`;

export const pages: Readonly<Record<string, string>> = {
  'entra.microsoft.com/': `<title>Portal</title><p>Top</p>${portalFrames}`,
  'entra.microsoft.com/inner': '<p>inner</p>',
  'sandbox-1.reactblade.portal.azure.net/inner': '<p>react blade</p>',
  'sandbox-1.reactblade.portal.azure.net/sandboxed': '<p>react blade in a sandbox</p>',
  'entra.microsoft.com.evil.example/inner': '<p>look-alike</p>',
  'login.microsoftonline.com/framed': '<p>sign in</p>',
  [`${HOST}/framed`]: form,
  [`${HOST}/`]: `<title>Console</title>${form}`,
  [`${HOST}/polluted`]: `${POLLUTION}<title>Console</title>${form}`,
  [`${HOST}/clobbered`]: `<title>Console</title>${CLOBBERED_FORM}`,
  [`${HOST}/clobbered-document`]: `<title>Console</title>${form}${CLOBBER}`,
  [`${HOST}/storm`]: `<title>Console</title>${form}${STORM}`,
  'globex.kandji.io/': `<title>Another tenant</title>${form}`,
  'auth.kandji.io/': `<title>Sign in</title>${form}`,
  'docs.iru.com/': `<title>Documentation</title>${form}`,
  'acme.api.kandji.io/': `<title>Service</title>${form}`,
  'acme.kandji.io.evil.example/': `<title>Look-alike</title>${form}`,
  'evil-kandji.io/': `<title>Look-alike</title>${form}`,
  'outer.example/': `<title>Outer</title>${frame(`src="https://${HOST}/framed"`)}`,
};
