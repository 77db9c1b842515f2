import { colourLines, motion, shapes } from '../look/tokens';

/**
 * Styles inside our shadow roots: the colours of the tokens, in the shape of the console's own controls. `--page-…` is
 * what `page-look.ts` has seen of them; where it has seen none, Fluent's (the portal's) small controls are the measure.
 * `:host` rules are `!important` because there the shadow's own important rules win over the page's, inline ones
 * included (CSS Scoping §3.1): `* { display: none !important }` in a page does not hide us, while a hidden row or
 * tab still takes our control with it (`visibility: inherit`). Where things stand follows the page, which may be drawn from
 * right to left; in which order a text is read follows the text, which may be in another language.
 */
const { font } = shapes;

export const css = `
:host {
  all: initial!important;
  display: inline-block!important;
  visibility: inherit!important;
  direction: inherit!important;
  flex: none!important;
  vertical-align: middle!important;
  max-width: calc(100% - 8px)!important;
  margin-inline-start: 8px!important;
  color-scheme: light!important;
  --radius: var(--page-radius, 2px);
  --ink: var(--page-ink, var(--brand-text));
  --outline: var(--page-line, var(--line-field));
  ${colourLines([
    'surface',
    'surface-hover',
    'text',
    'text-quiet',
    'line-field',
    'brand',
    'brand-hover',
    'on-brand',
    'brand-text',
    'brand-soft',
    'good',
    'care',
    'care-soft',
    'care-line',
    'bad',
  ])}
}
:host(:lang(ja)) { word-break: auto-phrase!important; line-break: strict!important; }
:host([data-theme=dark]) { color-scheme: dark!important; }
:host([data-place=below]) { display: block!important; margin: 2px 0!important; width: fit-content!important; }
:host([data-place=compact]) .long { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:host([data-place=away]) { display: block!important; margin: 6px 0 12px!important; width: fit-content!important; }
:host([data-kind=notice]) { display: block!important; margin: 8px 0!important; max-width: 860px!important; }
:host([data-kind=pointer]) {
  display: block!important; position: fixed!important; inset: 0 auto auto 0!important; width: 0!important;
  height: 0!important; margin: 0!important; z-index: 2147483646!important; pointer-events: none!important;
}
.ring, .hint { position: fixed; box-sizing: border-box; pointer-events: none; }
:host([data-shown=false]) .hint, :host([data-shown=false]) .ring, .hint[data-shown=false] { visibility: hidden; }
.ring { border: 2px solid var(--brand-text); border-radius: calc(var(--radius) + 3px); }
.hint {
  display: inline-flex; align-items: center; gap: 2px; padding: 1px; padding-inline-start: 8px; border-radius: 4px; white-space: nowrap;
  font: 12px/20px var(--page-font, ${font}); background: var(--brand); color: var(--on-brand);
}
.hint button { min-height: 20px; width: 20px; padding: 0; justify-content: center; border: 0; background: none; color: inherit; pointer-events: auto; }
.hint button:hover { background: rgb(255 255 255 / 22%); }
:host([data-kind=outline]) {
  position: fixed!important; z-index: 2147483647!important; pointer-events: none!important; margin: 0!important;
  max-width: none!important; box-sizing: border-box!important; outline: 3px solid var(--bad)!important; outline-offset: 1px!important;
  left: var(--left)!important; top: var(--top)!important; width: var(--width)!important; height: var(--height)!important;
}
.row, .note { font: var(--page-size, ${shapes['text-m']}) / 1.4 var(--page-font, ${font}); }
.row { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; max-width: 100%; color: var(--text); }
.context { display: none; color: var(--text-quiet); }
:host([data-place=away]) .context:not(:empty) { display: inline; }
[role=status]:empty { position: absolute; }
.mark { padding: 0 6px; border: 1px solid var(--good); border-radius: var(--radius); color: var(--good); font-size: 12px; white-space: nowrap; }
button {
  all: unset; position: relative; white-space: pre; box-sizing: border-box; display: inline-flex; align-items: center; gap: 6px; min-height: var(--page-height, ${shapes['control-small']});
  padding: 2px max(8px, var(--page-padding, 0px)); border: 1px solid var(--outline); border-radius: var(--radius); background: var(--surface); color: var(--ink);
  font: inherit; text-align: start; cursor: pointer; touch-action: manipulation; user-select: none; -webkit-user-select: none;
}
button:hover { background: var(--brand-soft); }
button:active { background: var(--surface-hover); }
button:focus-visible { outline: ${shapes.focus} solid var(--brand-text); outline-offset: 1px; }
svg { flex: none; }
.line { fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; }
.fill { fill: currentColor; }
.note {
  position: relative; box-sizing: border-box; display: flex; gap: 10px; padding: 10px 12px; color: var(--text);
  background: var(--brand-soft); border: 1px solid transparent; border-radius: var(--radius);
}
.note.alert { background: var(--care-soft); border-color: var(--care-line); }
.note > svg { margin-top: 2px; color: var(--brand-text); }
.note.alert > svg { color: var(--care); }
.body { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.text { white-space: pre-line; }
.text, .context, [role=status], button > span { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.actions button:first-child { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
.actions button:first-child:hover { background: var(--brand-hover); }
.dismiss { align-self: start; justify-content: center; width: 24px; padding: 0; border-color: transparent; background: transparent; color: var(--text-quiet); }
.held { position: relative; display: inline-flex; max-width: 100%; }
.held > .dismiss {
  position: absolute; inset-block-start: -6px; inset-inline-end: -7px; width: 14px; min-height: 14px; border-color: var(--outline);
  border-radius: 50%; background: var(--surface); opacity: 0; pointer-events: none;
}
@media (max-width: 480px) { button { white-space: normal; } .held > .dismiss { inset-inline-end: 0; } }
.held > .dismiss svg { width: 7px; height: 7px; }
.held:hover > .dismiss, .held > .dismiss:focus-visible { opacity: 1; pointer-events: auto; }
@media (hover: none) { .held > .dismiss { opacity: 1; pointer-events: auto; } }
@media (prefers-reduced-motion: no-preference) { button { transition: background-color ${motion['motion-fast']}; } }
@media (forced-colors: active) {
  button, .actions button:first-child { border-color: ButtonText; background: ButtonFace; color: ButtonText; }
  button:focus-visible { outline-color: Highlight; }
  .dismiss { border-color: ButtonText; }
  .note { border-color: CanvasText; }
}
`;
