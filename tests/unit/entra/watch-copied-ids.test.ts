// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, live, press, trusted } from '../page/pressing';
import { freshRow, gridMakes, MASKED, maskedRow, OTHER_SECRET_ID, SECRET_ID, SECRET_VALUE } from './pages';
import { COPY_VALUE, frames, pressElsewhere, setPortal } from './portal-page';

const table = gridMakes.table as (typeof gridMakes)[string];
const portal = setPortal();

describe('when the Secret ID is copied', () => {
  const click = (element: Element | undefined | null) =>
    element?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
  const control = (row: number, selector: string, at = 0) =>
    document.querySelectorAll('tbody tr')[row]?.querySelectorAll(selector)[at];
  const select = (text: string) =>
    vi.spyOn(document, 'getSelection').mockReturnValue({ toString: () => text } as Selection);
  const copy = () =>
    document.body.dispatchEvent(trusted(new Event('copy', { bubbles: true, composed: true })));
  const alerts = () => live(portal.stage).filter((text) => text.startsWith('alert'));

  beforeEach(() => portal.open(table([freshRow, maskedRow]), 'Credentials'));

  it.each<[string, () => void]>([
    ['by its copy control', () => click(control(0, '.copy', 1))],
    [
      'by its copy control, from the keyboard',
      () =>
        control(0, '.copy', 1)?.dispatchEvent(
          trusted(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true })),
        ),
    ],
    [
      'by selecting it',
      () => {
        select(SECRET_ID);
        copy();
      },
    ],
    [
      'by selecting it in capitals with more',
      () => {
        select(`x ${SECRET_ID.toUpperCase()} y`);
        copy();
      },
    ],
  ])('%s, warns and offers the value', async (_name, act) => {
    act();
    await frames();
    expect(alerts()).toHaveLength(1);
    expect(alerts()[0]).toMatch(/Secret ID.*\bValue\b/s);
    expect(
      portal.stage.roots
        .filter(({ host }) => host.isConnected)
        .flatMap((root) => [...root.querySelectorAll('button')])
        .filter(({ textContent }) => textContent === COPY_VALUE),
    ).toHaveLength(2);
  });

  it('says how to get a new one where the value is hidden', async () => {
    click(control(1, '.copy'));
    await frames();
    expect(alerts()[0]).toMatch(/Secret ID of “older”.*shown only once.*New client secret/s);
  });

  it('captures by the button in the warning, which then goes', async () => {
    click(control(0, '.copy', 1));
    await frames();
    const [offer] = portal.stage.roots
      .filter(({ host }) => (host as HTMLElement).dataset.kind === 'notice')
      .flatMap((root) => [...root.querySelectorAll('button')]);
    pressElsewhere(portal.stage);
    press(portal.stage, offer);
    await frames();
    expect(portal.of('captureSecretValue').map(({ secretId }) => secretId)).toEqual([SECRET_ID]);
    expect(alerts()).toEqual([]);
  });

  it('can be dismissed', async () => {
    click(control(1, '.copy'));
    await frames();
    await portal.pressButton('Dismiss');
    expect(alerts()).toEqual([]);
  });

  it('takes its offer back when the portal hides the value', async () => {
    click(control(0, '.copy', 1));
    await frames();
    (document.querySelectorAll('td')[2]?.firstChild as Text).data = MASKED;
    await vi.waitFor(() => expect(button(portal.stage, COPY_VALUE)).toBeUndefined());
    expect(alerts()[0]).toMatch(/New client secret/);
  });

  it.each<[string, () => void]>([
    ['the Value was copied', () => click(control(0, '.copy'))],
    [
      'the Value was selected',
      () => {
        select(SECRET_VALUE);
        copy();
      },
    ],
    [
      'the bin was pressed',
      () => {
        click(control(0, '.bin'));
        click(control(1, '.bin'));
      },
    ],
    ['a script pressed', () => (control(0, '.copy', 1) as HTMLElement).click()],
    [
      'another key was pressed',
      () =>
        control(0, '.copy', 1)?.dispatchEvent(
          trusted(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, composed: true })),
        ),
    ],
    [
      'another GUID was copied',
      () => {
        select(OTHER_SECRET_ID.replace('1', '9'));
        copy();
      },
    ],
  ])('does not warn when %s', async (_name, act) => {
    act();
    await frames();
    expect(alerts()).toEqual([]);
  });
});
