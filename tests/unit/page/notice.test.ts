// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createNotice, placeNotice } from '../../../utils/page/notice';
import { live, type Stage, setStage } from './pressing';

let stage: Stage;
const value = () => document.getElementById('value') as Element;

beforeEach(() => {
  stage = setStage();
  document.body.innerHTML = '<table><tbody><tr><td id="value">v</td></tr></tbody></table>';
});

describe('a notice of ours', () => {
  it.each([
    ['a table', '<div><table><tbody><tr><td id="value"></td></tr></tbody></table></div>', 'table'],
    ['a grid', '<div><div role="grid"><div role="row"><i id="value"></i></div></div></div>', '[role=grid]'],
    ['a form', '<div><form><input id="value"></form></div>', 'form'],
    [
      'the part of a dialog it speaks of',
      '<div role="dialog"><h2>x</h2><div class="body"><i id="value"></i></div></div>',
      '#value',
    ],
  ])('stands above %s', (_name, html, below) => {
    document.body.innerHTML = html;
    stage.box.width = 600;
    const notice = createNotice(document, { role: 'alert', text: 'Wrong' });
    placeNotice(notice, value());
    expect(notice.host.nextElementSibling).toBe(document.querySelector(below));
    expect(live(stage)).toEqual(['alert: Wrong']);
  });

  it('never writes HTML', () => {
    const notice = createNotice(document, {
      role: 'status',
      text: '<img src=x onerror=alert(1)>',
      dismissLabel: '<b>',
    });
    placeNotice(notice, value());
    expect(live(stage)).toEqual(['status: <img src=x onerror=alert(1)>']);
    expect(stage.roots.flatMap((root) => [...root.querySelectorAll('img')])).toEqual([]);
  });
});
