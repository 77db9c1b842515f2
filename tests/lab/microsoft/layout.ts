/** The frame of Microsoft's sign-in pages: `PageID`, inline `$Config`, one card (facts/entra.md §9). */
import { escapeHtml, scriptJson } from '../respond';

export type PageId = 'ConvergedSignIn' | 'ConvergedError' | 'ConvergedConsent' | 'KmsiInterrupt';

const STYLE = `
  *{box-sizing:border-box}
  body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;justify-content:center;
    font:15px/20px "Segoe UI","Segoe UI Web (West European)",-apple-system,Roboto,sans-serif;color:#1b1b1b;
    background:linear-gradient(135deg,#f2f6fb,#e6ebf3 60%,#edeaf5)}
  main{width:440px;max-width:100%;min-height:338px;padding:44px;background:#fff;box-shadow:0 2px 6px rgb(0 0 0/.2)}
  main.wide{width:640px}
  .brand{font-size:19px;font-weight:600;color:#737373;margin-bottom:16px}
  h1,.heading{font-size:24px;line-height:28px;font-weight:600;margin:0 0 16px}
  .account{margin-bottom:12px;overflow-wrap:anywhere}
  input[type=email],input[type=password]{width:100%;height:36px;padding:6px 0;border:0;border-bottom:1px solid #666;
    font:inherit;outline:0;background:transparent}
  input:focus{border-bottom-color:#0067b8}
  .alert{color:#e81123;margin:0 0 8px}
  .buttons{display:flex;justify-content:flex-end;gap:4px;margin-top:32px}
  .buttons input{min-width:108px;height:32px;padding:0 12px;border:0;font:inherit;cursor:pointer;background:#ccc}
  .buttons #idSIButton9{background:#0067b8;color:#fff}
  .moveOffScreen{position:absolute;left:-9999px;visibility:hidden}
  ul{padding-left:20px} li{margin:8px 0}
  #exceptionMessageContainer{overflow-wrap:anywhere}
  details{margin-top:24px} dl{font-size:13px} dt{font-weight:600} dd{margin:0 0 4px;overflow-wrap:anywhere}
  .small{font-size:13px;line-height:18px;color:#505050}
  label.check{display:flex;gap:8px;margin:16px 0}
`;

export interface PageParts {
  pageId: PageId;
  title: string;
  /** Inside the card. Already HTML. */
  card: string;
  /** Further members of `$Config`. */
  config?: Record<string, unknown>;
  script?: string;
  wide?: true;
}

export function page({ pageId, title, card, config = {}, script = '', wide }: PageParts): string {
  return `<!DOCTYPE html>
<html dir="ltr" lang="en">
<head>
  <title>${escapeHtml(title)}</title>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="none">
  <meta name="PageID" content="${pageId}">
  <meta name="SiteID" content="">
  <script>//<![CDATA[
$Config=${scriptJson({ pgid: pageId, ...config })};
//]]></script>
  <style>${STYLE}</style>
</head>
<body class="cb">
  <main${wide ? ' class="wide"' : ''}>
    <div class="brand">Microsoft</div>
    ${card}
  </main>
  ${script && `<script>${script}</script>`}
</body>
</html>`;
}
