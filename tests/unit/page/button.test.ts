// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createButton, placeBeside } from '../../../utils/page/button';
import { button, live, type Stage, setStage } from './pressing';

let stage: Stage;
const value = () => document.getElementById('value') as Element;
const make = (more = {}) =>
  createButton(document, { label: 'Copy client ID to Kandji', short: 'Kandji', onPress: () => {}, ...more });

beforeEach(() => {
  stage = setStage();
  document.body.removeAttribute('style');
  document.body.innerHTML =
    '<table><tbody><tr><td><span id="value">v</span><button>⧉</button></td><td>next</td></tr></tbody></table>';
});

describe('a button of ours', () => {
  it('stands behind the value and the copy control that belongs to it, in the same cell', () => {
    const made = make();
    placeBeside(made, value());
    expect(made.host.parentElement?.localName).toBe('td');
    expect(made.host.previousElementSibling?.localName).toBe('button');
    expect(made.host.nextElementSibling).toBeNull();
  });

  it('is not reachable by the page', () => {
    const made = make();
    placeBeside(made, value());
    expect(made.host.shadowRoot).toBeNull();
    expect(document.body.textContent).not.toContain('Kandji');
  });

  it('keeps its whole name where only the end of it is seen', () => {
    placeBeside(make(), value());
    expect(button(stage, 'Copy client ID to Kandji')?.title).toBe('Copy client ID to Kandji');
  });

  it('takes a new label', () => {
    const made = make({ short: 'Iru' });
    placeBeside(made, value());
    made.setLabel('Copy client ID to Iru');
    expect(button(stage, 'Copy client ID to Iru')).toBeDefined();
  });

  it('comes back with its status and its focus when the page rebuilt itself', () => {
    const made = make();
    placeBeside(made, value());
    made.setStatus('held');
    const control = button(stage, 'Copy client ID to Kandji') as HTMLElement;
    control.dispatchEvent(new Event('focus'));
    const html = '<p><span id="value">v</span></p>';
    document.body.innerHTML = html;
    let focused = false;
    control.focus = () => {
      focused = true;
    };
    placeBeside(made, value());
    expect(live(stage)).toEqual(['status: held']);
    expect(focused).toBe(true);
  });

  it('does not take the focus that the admin has put elsewhere', () => {
    const made = make();
    placeBeside(made, value());
    const control = button(stage, 'Copy client ID to Kandji') as HTMLElement;
    control.dispatchEvent(new Event('focus'));
    document.body.innerHTML = '<p><span id="value">v</span></p><input>';
    document.querySelector('input')?.focus();
    control.focus = () => expect.unreachable();
    placeBeside(made, value());
  });

  it('speaks a status, and counts on without speaking', () => {
    const made = make();
    placeBeside(made, value());
    const status = () =>
      stage.roots
        .flatMap((root) => [...root.querySelectorAll('[role=status]')])
        .find(({ textContent }) => textContent);
    made.setStatus('10:00 left');
    expect(status()?.getAttribute('aria-live')).toBe('polite');
    made.setStatus('9:55 left', 'quietly');
    expect(status()?.getAttribute('aria-live')).toBe('off');
  });

  it('leaves nothing behind', () => {
    const before = document.body.innerHTML;
    const made = make();
    placeBeside(made, value());
    made.setStatus('held');
    made.remove();
    expect(document.body.innerHTML).toBe(before);
  });
});
