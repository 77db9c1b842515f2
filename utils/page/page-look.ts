/**
 * The shape of the console's own controls, taken from the page where ours stand: what belongs to a form of Kandji's looks
 * like Kandji's, what belongs to the portal like the portal's. Colours of meaning stay ours (`styles.ts`).
 */

import { luminanceOf } from './luminance';
import { isHost } from './tag';
import { flatParent } from './text';

/** A field or button counts as a model for ours only this near: a header far away has another look. */
const LEVELS = 5;
const MODELS =
  'input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea, button, [role=button]';
/** Ours stay small controls, whatever the page has: CSS pixels. */
const LIMITS = { radius: [2, 10], height: [24, 36], size: [12, 14] } as const;
/** A long list has thousands of icons' buttons, all alike: so many are gone through, and so many measured, at each level. */
const ASKED_MOST = 500;
const MEASURED_MOST = 40;
/** An icon's button says nothing about the look of one with a text. */
const WIDTH_LEAST = 60;

/** Writes what was seen as `--page-…` on the host; what was not seen is left to our own measure. */
export function takePageLook(host: HTMLElement): void {
  const around = flatParent(host);
  const window = host.ownerDocument.defaultView;
  if (!around || !window) return;
  const model = modelNear(around);
  const style = model && window.getComputedStyle(model);
  const text = window.getComputedStyle(around);
  // Away from fields and buttons ours stay in Fluent's measure, for which a grid's cells have room.
  set(host, 'font', style && text.fontFamily);
  set(host, 'size', style && limited(text.fontSize, LIMITS.size));
  set(host, 'radius', style && limited(style.borderTopLeftRadius, LIMITS.radius));
  set(host, 'height', model && limited(`${model.getBoundingClientRect().height}px`, LIMITS.height));
  set(host, 'line', style && isSolid(style) ? style.borderTopColor : undefined);
  // Beside fields the console's own secondary buttons are drawn in the colour of its text.
  set(host, 'ink', style && luminanceOf(text.color) !== undefined ? text.color : undefined);
}

function modelNear(around: Element): Element | undefined {
  let inner: Element | undefined;
  let at: Element | null = around;
  for (let level = 0; at && level < LEVELS; level++, inner = at, at = flatParent(at)) {
    let measured = 0;
    const all = at.querySelectorAll(MODELS);
    const count = Math.min(all.length, ASKED_MOST);
    for (let index = 0; index < count; index++) {
      const each = all[index] as Element;
      // What stands in there was measured a level below.
      if (isHost(each) || inner?.contains(each)) continue;
      if (each.getBoundingClientRect().width >= WIDTH_LEAST) return each;
      if (++measured === MEASURED_MOST) break;
    }
  }
  return undefined;
}

/** Whether it has an outline: that of a filled button has the colour of what it fills. */
const isSolid = ({ borderTopStyle, borderTopWidth, borderTopColor, backgroundColor }: CSSStyleDeclaration) =>
  borderTopStyle === 'solid' &&
  Number.parseFloat(borderTopWidth) > 0 &&
  luminanceOf(borderTopColor) !== undefined &&
  borderTopColor !== backgroundColor;

function limited(length: string, [least, most]: readonly [number, number]): string | undefined {
  const pixels = Number.parseFloat(length);
  return Number.isNaN(pixels) ? undefined : `${Math.min(most, Math.max(least, pixels))}px`;
}

function set(host: HTMLElement, name: string, value: string | undefined): void {
  const property = `--page-${name}`;
  if (value) host.style.setProperty(property, value);
  else host.style.removeProperty(property);
}
