/**
 * Styles inside our shadow roots: the look of the consoles' own small controls (Fluent: 13 px Segoe UI, 2 px corners).
 * `:host` rules are `!important` because there the shadow's own important rules win over the page's, inline ones
 * included (CSS Scoping §3.1): `* { display: none !important }` in a page does not hide us, while a hidden row or
 * tab still takes our control with it (`visibility: inherit`).
 */
export const css = `
:host {
  all: initial !important;
  display: inline-block !important;
  visibility: inherit !important;
  direction: inherit !important;
  flex: none !important;
  vertical-align: middle !important;
  max-width: 100% !important;
  margin: 0 0 0 8px !important;
  --fg: #0f548c; --bg: #fff; --line: #8a8886; --over: #eff6fc; --down: #deecf9; --text: #323130; --calm: #605e5c;
  --note: #f3f9fd; --edge: #0f6cbd; --warn: #fff8f0; --warnedge: #bc4b09; --main: #0f6cbd; --mainover: #115ea3; --good: #0e700e;
}
:host([data-theme=dark]) {
  --fg: #82c7ff; --bg: #1b1a19; --line: #797775; --over: #252423; --down: #323130; --text: #f3f2f1; --calm: #c8c6c4;
  --note: #1c2733; --edge: #479ef5; --warn: #2f2013; --warnedge: #f7894a; --main: #2886de; --mainover: #479ef5; --good: #6fc56f;
}
:host([data-place=below]) { display: block !important; margin: 2px 0 !important; width: fit-content !important; }
:host([data-place=compact]) .long { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:host([data-place=away]) { display: block !important; margin: 6px 0 !important; }
:host([data-kind=notice]) { display: block !important; margin: 8px 0 !important; max-width: 860px !important; }
:host([data-kind=pointer]) {
  display: block !important; position: fixed !important; left: 0 !important; top: 0 !important; width: 0 !important;
  height: 0 !important; margin: 0 !important; z-index: 2147483646 !important; pointer-events: none !important;
}
.ring, .hint { position: fixed; box-sizing: border-box; pointer-events: none; }
:host([data-shown=false]) .hint, :host([data-shown=false]) .ring, .hint[data-shown=false] { visibility: hidden; }
.ring { border: 2px solid var(--edge); border-radius: 6px; }
.hint {
  display: inline-flex; align-items: center; gap: 2px; padding: 1px 1px 1px 8px; border-radius: 4px; white-space: nowrap;
  font: 12px/20px "Segoe UI", -apple-system, "Helvetica Neue", sans-serif; background: var(--edge); color: #fff;
}
:host([data-theme=dark]) .hint { color: #0b0b0b; }
.hint button { min-height: 20px; width: 20px; padding: 0; justify-content: center; border: 0; background: none; color: inherit; pointer-events: auto; }
.hint button:hover { background: rgb(255 255 255 / 22%); }
:host([data-kind=outline]) {
  position: fixed !important; z-index: 2147483647 !important; pointer-events: none !important; margin: 0 !important;
  max-width: none !important; box-sizing: border-box !important; outline: 3px solid #d13438 !important; outline-offset: 1px !important;
  left: var(--left) !important; top: var(--top) !important; width: var(--width) !important; height: var(--height) !important;
}
.row, .note { font: 13px/18px "Segoe UI", "Segoe UI Web (West European)", -apple-system, "Helvetica Neue", sans-serif; }
.row { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; max-width: 100%; color: var(--text); }
.context { display: none; color: var(--calm); }
:host([data-place=away]) .context:not(:empty) { display: inline; }
[role=status]:empty { position: absolute; }
.mark { padding: 0 6px; border: 1px solid var(--good); border-radius: 2px; color: var(--good); font-size: 12px; white-space: nowrap; }
button {
  all: unset; position: relative; white-space: pre; box-sizing: border-box; display: inline-flex; align-items: center; gap: 6px; min-height: 24px;
  padding: 2px 8px; border: 1px solid var(--line); border-radius: 2px; background: var(--bg); color: var(--fg);
  font: inherit; text-align: start; cursor: pointer; touch-action: manipulation; user-select: none; -webkit-user-select: none;
}
button:hover { background: var(--over); }
button:active { background: var(--down); }
button:focus-visible { outline: 2px solid var(--edge); outline-offset: 1px; }
svg { flex: none; }
.line { fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; }
.fill { fill: currentColor; }
.note {
  position: relative; box-sizing: border-box; display: flex; gap: 10px; padding: 10px 12px; color: var(--text);
  background: var(--note); border: 1px solid var(--edge); border-inline-start-width: 4px; border-radius: 2px;
}
.note.alert { background: var(--warn); border-color: var(--warnedge); }
.note > svg { margin-top: 2px; color: var(--edge); }
.note.alert > svg { color: var(--warnedge); }
.body { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.text { white-space: pre-line; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.actions button:first-child { background: var(--main); border-color: var(--main); color: #fff; }
.actions button:first-child:hover { background: var(--mainover); }
:host([data-theme=dark]) .actions button:first-child { color: #0b0b0b; }
.dismiss { align-self: start; justify-content: center; width: 24px; padding: 0; border-color: transparent; background: transparent; color: var(--calm); }
.held { position: relative; display: inline-flex; max-width: 100%; }
.held > .dismiss {
  position: absolute; inset-block-start: -3px; inset-inline-end: -1px; width: 14px; min-height: 14px; border-color: var(--line);
  border-radius: 50%; background: var(--bg); opacity: 0; pointer-events: none;
}
.held > .dismiss svg { width: 7px; height: 7px; }
.held:hover > .dismiss, .held > .dismiss:focus-visible { opacity: 1; pointer-events: auto; }
@media (hover: none) { .held > .dismiss { opacity: 1; pointer-events: auto; } }
@media (prefers-reduced-motion: no-preference) { button { transition: background-color 80ms; } }
@media (forced-colors: active) {
  button, .actions button:first-child { border-color: ButtonText; background: ButtonFace; color: ButtonText; }
  button:focus-visible { outline-color: Highlight; }
  .dismiss { border-color: ButtonText; }
}
`;
