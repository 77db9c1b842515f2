// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { findConnectionForm } from '../../../utils/vendors/connection-form';
import { FilledForm, REMOUNT_MILLISECONDS } from '../../../utils/vendors/filled';
import { kandji } from '../../../utils/vendors/kandji';
import { layOut } from '../page/layout';
import { connectionForm, fieldNamed } from './forms';

const SECRET = 'abc8Q~0123456789abcdefghijklmnopqrstuvwx';
let filled: FilledForm;

beforeEach(() => {
  layOut();
  document.body.innerHTML = connectionForm();
  fieldNamed('secret').value = SECRET;
  filled = new FilledForm();
  filled.seen(true, 1);
  filled.remember('secretValue', SECRET);
});

function holdsSecret(): boolean {
  const finding = findConnectionForm(document, kandji);
  return finding.kind === 'form' && filled.holdsSecret(finding.form);
}

it('a form that stays is remembered however long the page rests before it is looked at again', () => {
  filled.seen(true, 60_000);
  expect(holdsSecret()).toBe(true);
});

it('a form that is drawn anew is the same', () => {
  filled.seen(false, 60_000);
  filled.seen(true, 60_000 + REMOUNT_MILLISECONDS);
  expect(holdsSecret()).toBe(true);
});

it('a form that was away for longer is another one', () => {
  filled.seen(false, 60_000);
  filled.seen(true, 60_001 + REMOUNT_MILLISECONDS);
  expect(holdsSecret()).toBe(false);
});
