// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { atOnce } from '../../../utils/page/at-once';
import { Gathered } from '../../../utils/page/gathered';

let gathered: Gathered;
let list: HTMLElement;
const came = (...addedNodes: Node[]) =>
  ({ type: 'childList', target: list, addedNodes, removedNodes: [] }) as unknown as MutationRecord;
const item = () => list.appendChild(document.createElement('li'));
const many = (count: number) => Array.from({ length: count }, item);
const pausesOf = (run: Iterator<void, unknown>) => {
  let pauses = 0;
  while (!run.next().done) pauses += 1;
  return pauses;
};

beforeEach(() => {
  document.body.innerHTML = '<ul></ul>';
  list = document.body.firstElementChild as HTMLElement;
  gathered = new Gathered();
});

it.each<[string, (items: Element[]) => MutationRecord[]]>([
  ['record by record', (items) => items.map((each) => came(each))],
  ['in one record', (items) => [came(...items)]],
])('pauses while it goes through what was told at once, %s', (_how, tell) => {
  gathered.hear(tell(many(5000)));
  expect(pausesOf(gathered.take())).toBeGreaterThanOrEqual(18);
});

it('does not pause for what comes now and then', () => {
  gathered.hear([came(item())]);
  expect(pausesOf(gathered.take())).toBe(0);
});

it('keeps for the next time what is told while it pauses', () => {
  gathered.hear([came(...many(1000))]);
  const taking = gathered.take();
  taking.next();
  const [told, added] = [item(), item()];
  gathered.hear([came(told)]);
  gathered.add(added);
  expect(atOnce(taking)?.changed).toHaveLength(1000);
  expect(gathered.isEmpty).toBe(false);
  expect(atOnce(gathered.take())?.changed).toEqual([added, told]);
});

it('asks a parent that was told of more often than it has children for those, and no record', () => {
  const [first, , last] = many(3);
  const gone = document.createElement('li');
  const unasked = Array.from({ length: 25 }, () =>
    Object.defineProperty(came(gone), 'addedNodes', {
      get: () => expect.unreachable('a record was asked'),
    }),
  );
  gathered.hear(unasked);
  const taken = atOnce(gathered.take());
  expect(taken?.changed).toEqual([first, list.children[1], last]);
  expect(taken?.mayHaveMoved).toBe(true);
});

it('misses no child of such a parent that is altered while it pauses', () => {
  const items = many(1000);
  gathered.hear(items.concat(items).map(() => came()));
  const taking = gathered.take();
  for (let pause = 0; pause < 5; pause += 1) taking.next();
  // Wherever it has come to, the one it stands at is gone.
  for (const each of items.slice(0, 900)) each.remove();
  expect(atOnce(taking)?.changed).toEqual(items.slice(900));
});

it('does not read a crowded parent again for blank text in it, and does for text that says something', () => {
  const items = many(3);
  const tell = () => Array.from({ length: 25 }, () => came());
  list.prepend('\n  ');
  gathered.hear(tell());
  expect(atOnce(gathered.take())?.changed).toEqual(items);
  list.prepend('Secrets');
  gathered.hear(tell());
  expect(atOnce(gathered.take())?.changed).toEqual([list]);
});

it('reports nothing where a control of ours was put back again and again', () => {
  item();
  const control = list.appendChild(document.createElement('sso-courier'));
  gathered.hear(Array.from({ length: 5 }, () => came(control)));
  expect(atOnce(gathered.take())).toBeUndefined();
});

describe('a list of items that are plain', () => {
  const tell = () => {
    gathered.hear(Array.from({ length: 25 }, () => came()));
    return atOnce(gathered.take());
  };
  let others: Element[] | undefined;

  beforeEach(() => {
    gathered = new Gathered({ isOne: () => false, othersIn: (each) => (each === list ? others : undefined) });
  });

  it('is told as one, with what else stands in it where that is not as it was', () => {
    const other = many(5)[1] as Element;
    others = [other];
    expect(tell()).toMatchObject({ changed: [other], lists: [list], mayHaveMoved: true });
    expect(tell()).toMatchObject({ changed: [], lists: [list] });
    // No observer tells of what was altered while it was out of the page.
    other.remove();
    other.textContent = 'altered';
    list.append(other);
    expect(tell()).toMatchObject({ changed: [other], lists: [list] });
  });

  it('is told as one up to four times as long as what was told of it', () => {
    others = [];
    many(100);
    expect(tell()).toMatchObject({ changed: [], lists: [list] });
    item();
    expect(tell()).toMatchObject({ changed: [], lists: [] });
  });

  it('is told item by item where it is no such list', () => {
    const items = many(5);
    others = undefined;
    expect(tell()).toMatchObject({ changed: items, lists: [] });
  });

  it('is told item by item where it is too long for one piece', () => {
    others = [];
    many(2001);
    gathered.hear(Array.from({ length: 2002 }, () => came()));
    expect(atOnce(gathered.take())?.changed).toHaveLength(2001);
  });
});

it('looks only at what came where a parent has more children than it was told of', () => {
  const items = many(6);
  gathered.hear([came(document.createElement('li')), came(items[4] as Element)]);
  expect(atOnce(gathered.take())?.changed).toEqual([items[4]]);
});

it('looks at nothing in a parent that has gone, but says that something went', () => {
  gathered.hear([came(item()), came(item())]);
  list.remove();
  const taken = atOnce(gathered.take());
  expect(taken).toMatchObject({ changed: [], mayHaveMoved: true });
});

it('says that something may have been shown or hidden, and where that is still there', () => {
  const [stays, goes] = [item(), item()];
  const moved = (target: Element) =>
    ({ type: 'attributes', target, attributeName: 'class' }) as unknown as MutationRecord;
  goes.remove();
  gathered.hear([moved(stays), moved(goes)]);
  expect(atOnce(gathered.take())).toMatchObject({ changed: [], moved: [stays], mayHaveMoved: true });
  gathered.hear([moved(goes)]);
  expect(atOnce(gathered.take())).toMatchObject({ moved: [], mayHaveMoved: true });
});
