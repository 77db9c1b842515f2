/** What counts as a press (TRUST §1.4). */
import type { Mutant } from './mutant';

const PRESS = 'utils/page/press.ts';
const VISIBLE = 'utils/page/visible.ts';

const press = ['tests/unit/page/press.test.ts', 'tests/unit/page/visible.test.ts'];

export const presses: readonly Mutant[] = [
  {
    guard: 'a trusted press',
    file: PRESS,
    from: '!event.isTrusted || !event.isPrimary',
    to: '!event.isPrimary',
    tests: press,
  },
  {
    guard: 'a trusted release',
    file: PRESS,
    from: 'if (!event.isTrusted || event.pointerId',
    to: 'if (event.pointerId',
    tests: press,
  },
  {
    guard: 'a trusted key',
    file: PRESS,
    from: '!event.isTrusted || event.repeat',
    to: 'event.repeat',
    tests: press,
  },
  {
    guard: 'a trusted click',
    file: PRESS,
    from: 'if (event.isTrusted && !followsPointer)',
    to: 'if (!followsPointer)',
    tests: press,
  },
  {
    guard: 'unmoved between press and release',
    file: PRESS,
    from: '!isSamePlace(box, released.press.box) || ',
    to: '',
    tests: press,
  },
  {
    guard: 'seen at the release',
    file: PRESS,
    from: 'if (isPressable(options.host, options.control, released.point)) options.onPress();',
    to: 'options.onPress();',
    tests: press,
  },
  {
    guard: 'no second half of a double click',
    file: PRESS,
    from: 'endsDoubleClick(stage, key, pointOf(event)) || ',
    to: '',
    tests: press,
  },
  {
    guard: 'rendered',
    file: VISIBLE,
    from: '!host.isConnected || !host.checkVisibility({ visibilityProperty: true })',
    to: 'false',
    tests: press,
  },
  {
    guard: 'large enough',
    file: VISIBLE,
    from: 'if (box.width < SIDE_LEAST || box.height < SIDE_LEAST) return false;',
    to: '',
    tests: press,
  },
  {
    guard: 'opaque through all ancestors',
    file: VISIBLE,
    from: 'opacity < OPACITY_LEAST || ',
    to: '',
    tests: press,
  },
  {
    guard: 'readable under filters',
    file: VISIBLE,
    from: 'UNREADABLE.test(filter) || ',
    to: '',
    tests: press,
  },
  { guard: 'not masked out', file: VISIBLE, from: ' || isMaskedOut(style)', to: '', tests: press },
  {
    guard: 'on top',
    file: VISIBLE,
    from: 'isOpaque(host) && isOnTop(host, point) && ',
    to: 'isOpaque(host) && ',
    tests: press,
  },
  {
    guard: 'no veil that lets presses through',
    file: VISIBLE,
    from: ' && !isVeiled(host, point)',
    to: '',
    tests: press,
  },
];
