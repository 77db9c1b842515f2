/**
 * Forms of the portal for unit tests, after facts/entra.md §3.3 and §3.4: the same form in several renderings and languages,
 * in class names of their own.
 */
export interface RegisterWords {
  name: string;
  accounts: string;
  single: string;
  several: string;
  redirect: string;
  platform: string;
  spa: string;
  native: string;
}

export const registerWords: Record<string, RegisterWords> = {
  en: {
    name: 'Name',
    accounts: 'Supported account types',
    single: 'Single tenant only - Any Corp',
    several: 'Multiple Entra ID tenants',
    redirect: 'Redirect URI (optional)',
    platform: 'Select a platform',
    spa: 'Single-page application (SPA)',
    native: 'Public client/native (mobile & desktop)',
  },
  zh: {
    name: '名称',
    accounts: '受支持的帐户类型',
    single: '仅单租户 - Contoso',
    several: '多个 Entra ID 租户',
    redirect: '重定向 URI (可选)',
    platform: '选择平台',
    spa: '单页应用程序(SPA)',
    native: '公共客户端/本机(移动和桌面)',
  },
};

export interface RegisterState {
  /** What the platform's drop-down shows. */
  platform?: string;
  account?: string;
  name?: string;
  redirect?: string;
}

const isLockedBy = (words: RegisterWords, { platform }: RegisterState) =>
  (platform ?? words.platform) === words.platform ? 'disabled' : '';

/** The top bar with its search, and what else takes text around a form. */
export const bar =
  '<header><div role="search"><input role="combobox" aria-label="Search (G+/)" placeholder="https://"></div></header>' +
  '<nav><input type="search" placeholder="Search"></nav>';

const combo = (name: string, text: string) =>
  `<div class="k1" role="combobox" tabindex="0" aria-label="${name}" title="${text}"><i>${text}</i></div>`;

export const registerForms: Record<string, (words: RegisterWords, state?: RegisterState) => string> = {
  'drop-downs': (words, state = {}) => `${bar}<main><section class="q">
    <div><label for="n1">${words.name}</label><div><input id="n1" required value="${state.name ?? ''}"></div></div>
    <div>${combo(words.accounts, state.account ?? words.single)}</div>
    <div><h3>${words.redirect}</h3><div>${combo(words.platform, state.platform ?? words.platform)}
      <input aria-label="${words.redirect}" placeholder="https://example.com/auth" ${isLockedBy(words, state)} value="${state.redirect ?? ''}"></div></div>
    <div role="button">OK</div></section></main>`,
  'radio buttons and a select': (words, state = {}) => `${bar}<div class="z9"><form>
    <p><span>${words.name}</span><input class="a" type="text" value="${state.name ?? ''}"></p>
    <ul role="radiogroup">${[words.single, words.several]
      .map(
        (text) =>
          `<li role="radio" aria-checked="${text === (state.account ?? words.single)}"><b></b><span>${text}</span></li>`,
      )
      .join('')}</ul>
    <p><select aria-label="${words.platform}"><option selected>${state.platform ?? words.platform}</option></select>
      <input class="b" type="text" title="${words.redirect}" ${isLockedBy(words, state)} value="${state.redirect ?? ''}"></p>
    <button type="button">OK</button></form></div>`,
  'a table with the labels in front': (words, state = {}) => `${bar}<div><table>
    <tr><td>${words.name}</td><td><input value="${state.name ?? ''}"></td></tr>
    <tr><td>${words.accounts}</td><td>${combo(words.accounts, state.account ?? words.single)}</td></tr>
    <tr><td>${words.redirect}</td><td>${combo(words.platform, state.platform ?? words.platform)}
      <input placeholder="https://example.com/auth" ${isLockedBy(words, state)} value="${state.redirect ?? ''}"></td></tr>
    </table><button>OK</button></div>`,
};

export interface PaneState {
  expires?: string;
  expiresName?: string;
  description?: string;
}

export const DAYS_180 = 'Empfohlen: 180 Tage (6 Monate)';
export const DAYS_730 = '730 天(24 个月)';

export const panes: Record<string, (state?: PaneState) => string> = {
  'a dialog': ({ expires = DAYS_180, expiresName = 'Gültig bis', description = '' } = {}) => `
    <div role="dialog"><h2>…</h2><div><div><label>…</label><input type="text" value="${description}"></div>
    <div>${combo(expiresName, expires)}</div></div><div role="button">+</div><div role="button">-</div></div>`,
  'bare divs and a select': ({ expires = DAYS_180, expiresName = 'Gültig bis', description = '' } = {}) => `
    <div class="w"><p><input value="${description}"></p>
    <p><select aria-label="${expiresName}"><option selected>${expires}</option></select></p><p><button>+</button></p></div>`,
  'a table': ({ expires = DAYS_180, expiresName = 'Gültig bis', description = '' } = {}) => `
    <section><table><tr><td>…</td><td><p><input value="${description}"></p></td></tr>
    <tr><td>…</td><td>${combo(expiresName, expires)}</td></tr></table><button>+</button></section>`,
};
