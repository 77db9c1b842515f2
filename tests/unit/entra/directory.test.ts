// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPageNames } from '../../../utils/entra/directory';
import { atOnce } from '../../../utils/page/at-once';

const read = (html: string, hash = '#view/x') => {
  document.body.innerHTML = html;
  return atOnce(readPageNames(document, hash)).directoryDomain;
};
const titleName = () => atOnce(readPageNames(document, '')).titleName;

describe("the directory's domain", () => {
  it.each([
    ['the account menu', '<div>CONTOSO (CONTOSO.ONMICROSOFT.COM)</div>', 'contoso.onmicrosoft.com'],
    [
      'a title behind cut text',
      '<div title="CONTOSO (CONTOSO.ONMICROSOFT.COM)">CONTOSO (CONT…</div>',
      'contoso.onmicrosoft.com',
    ],
    [
      'an accessible name',
      '<button aria-label="Ada ada@contoso.com CONTOSO (CONTOSO.COM)"></button>',
      'contoso.com',
    ],
    ['US government', '<p>CONTOSO (contoso.onmicrosoft.us)</p>', 'contoso.onmicrosoft.us'],
    ['China', '<p>世纪互联 （contoso.partner.onmschina.cn）</p>', 'contoso.partner.onmschina.cn'],
    ['a custom domain in the header', '<header><b>Contoso (contoso.com)</b></header>', 'contoso.com'],
    [
      'the user where nothing better stands',
      '<span>ada@contoso.onmicrosoft.com</span>',
      'contoso.onmicrosoft.com',
    ],
    [
      'the directory before the user',
      '<b>ada@fabrikam.onmicrosoft.com</b><b>C (contoso.onmicrosoft.com)</b>',
      'contoso.onmicrosoft.com',
    ],
  ])('is read from %s', (_name, html, domain) => {
    expect(read(html)).toBe(domain);
  });

  it.each([
    ['two directories', '<p>A (a.onmicrosoft.com)</p><p>B (b.onmicrosoft.com)</p>'],
    ['a custom domain in brackets outside the header', '<p>see the guide (example.com)</p>'],
    ['an address outside the header', '<p>support@example.com</p>'],
    ['nothing', '<p>CONTOSO</p>'],
    ['a longer host', '<p>X (contoso.onmicrosoft.com.evil.example)</p>'],
  ])('is not guessed from %s', (_name, html) => {
    expect(read(html)).toBeUndefined();
  });

  it('is taken from the address first', () => {
    const html = '<p>A (a.onmicrosoft.com)</p>';
    expect(read(html, '#@Contoso.com/view/x')).toBe('contoso.com');
    expect(read(html, '#@caef3289-be91-4c51-bf6c-150df12201c6/view/x')).toBe('a.onmicrosoft.com');
    expect(read(html, '#@%3Cscript%3E/view/x')).toBe('a.onmicrosoft.com');
  });

  it("reads the app's name from the blade's title", () => {
    document.body.innerHTML = '<h2><b>Kandji</b> | 证书和密码</h2>';
    expect(titleName()).toBe('Kandji');
    document.body.innerHTML = '<h2>Kandji</h2>';
    expect(titleName()).toBeUndefined();
    document.body.innerHTML = '<h2>A | x</h2><h3>B | x</h3>';
    expect(titleName()).toBeUndefined();
  });
});
