/** The frame of Iru Identity's pages: a quiet sheet on a soft ground. */
import { escapeHtml } from '../../respond';
import type { IruOptions } from '../model';

const STYLE = `
:root{color-scheme:light;--ground:#eef1ee;--glow:#d9e6de;--sheet:#fff;--text:#17211d;--soft:#5d6963;--edge:#d4dbd6;--main:#10614f;--on-main:#fff;--bad:#b3261e}
:root[data-theme=dark]{color-scheme:dark;--ground:#0e1311;--glow:#16251f;--sheet:#171d1a;--text:#e9efec;--soft:#9aa8a1;--edge:#323c37;--main:#6fcdb2;--on-main:#06231b;--bad:#ff938a}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:28px;padding:32px 16px;
  background:radial-gradient(900px 500px at 50% -10%,var(--glow),transparent),var(--ground);color:var(--text);
  font:16px/1.5 "Instrument Sans",ui-sans-serif,system-ui,sans-serif}
header{font-weight:700;font-size:26px;letter-spacing:-.03em}
header i{display:inline-block;width:9px;height:9px;margin-left:3px;border-radius:50%;background:var(--main)}
article{width:100%;max-width:440px;padding:36px;background:var(--sheet);border:1px solid var(--edge);border-radius:20px}
h1{margin:0;font-size:24px;line-height:1.25;letter-spacing:-.02em}
.lead{margin:8px 0 24px;color:var(--soft);overflow-wrap:anywhere} .lead strong{color:var(--text)}
form{margin:0 0 10px} .pair{display:grid;grid-template-columns:1fr 1fr;gap:10px}
button,.main{display:flex;width:100%;min-height:46px;align-items:center;justify-content:center;padding:8px 16px;border-radius:12px;
  font:inherit;font-weight:600;cursor:pointer;text-decoration:none}
.choice{background:transparent;color:inherit;border:1px solid var(--edge);margin-bottom:10px} .choice:hover{border-color:var(--main)}
.main{background:var(--main);color:var(--on-main);border:0}
.divider{display:flex;align-items:center;gap:14px;margin:16px 0;color:var(--soft);font-size:13px}
.divider::before,.divider::after{content:"";flex:1;height:1px;background:var(--edge)}
label{display:block;margin-bottom:14px;font-size:14px;color:var(--soft)}
.credentials{margin:16px 0 20px;padding-top:18px;border-top:1px solid var(--edge)}
.credentials input:not([type=hidden]){display:block;width:100%;height:46px;margin-top:4px;padding:0 14px;font:inherit;color:var(--text);
  background:var(--ground);border:1px solid transparent;border-radius:12px}
:focus-visible{outline:2px solid var(--main);outline-offset:2px}
.problem{margin:0 0 14px;color:var(--bad);font-size:14px}
.code{margin:0 0 24px;padding:12px 14px;border-radius:12px;background:var(--ground);font-size:14px;color:var(--soft)}
.code code{color:var(--text);font:13px ui-monospace,monospace}
footer{font-size:13px;color:var(--soft)}`;

export interface IdentityPage {
  theme: IruOptions['theme'];
  title: string;
  body: string;
}

export function page({ theme, title, body }: IdentityPage): string {
  return `<!DOCTYPE html>
<html lang="en" data-theme="${theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  <style>${STYLE}</style>
</head>
<body>
  <header>iru<i></i></header>
  <article>${body}</article>
  <footer>Iru Identity</footer>
</body>
</html>`;
}
