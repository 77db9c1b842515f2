// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ownRoute, topRoute } from '../../../utils/entra/frame-route';
import { whenMayTell } from '../../../utils/entra/route-watch';
import { readTopFacts } from '../../../utils/entra/top-facts';
import { ASK_AGAIN } from '../../../utils/messages/hear';
import type { PageContext } from '../../../utils/page/context';
import { CLIENT_ID, hashOf } from './pages';

type Heard = (message: unknown, sender: { id?: string; tab?: object }) => void;

let ending: AbortController;
let hashes: string[];
/** Answers to `frameRoute`, to be given by the test. */
let questions: ((hash: string) => void)[];
let sent: string[];
let listeners: Set<Heard>;
let setInView: ((isInView: boolean) => void) | undefined;
let size: { innerWidth: number; innerHeight: number };

const page = () =>
  ({
    document,
    window: new Proxy(window, {
      get: (target, name) => {
        if (name in size) return size[name as keyof typeof size];
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' && name === 'addEventListener' ? value.bind(target) : value;
      },
    }),
    send: (type: string) => {
      sent.push(type);
      if (type !== 'frameRoute') return Promise.resolve({ kind: 'done' });
      return new Promise((resolve) => questions.push((hash) => resolve({ kind: 'route', hash })));
    },
  }) as unknown as PageContext;

const answer = async (hash: string) => {
  questions.shift()?.(hash);
  await settle();
};
const settle = () => new Promise((resolve) => setTimeout(resolve));
const say = (message: unknown, sender: { id?: string; tab?: object }) => {
  for (const hear of listeners) hear(message, sender);
};
const resize = (width: number) => {
  size = { innerWidth: width, innerHeight: width };
  window.dispatchEvent(new Event('resize'));
};

beforeEach(() => {
  ending = new AbortController();
  hashes = [];
  questions = [];
  sent = [];
  listeners = new Set();
  size = { innerWidth: 800, innerHeight: 600 };
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'courier',
      onMessage: {
        addListener: (listener: Heard) => listeners.add(listener),
        removeListener: (listener: Heard) => listeners.delete(listener),
      },
    },
  });
  class InView {
    constructor(report: (entries: { isIntersecting: boolean }[]) => void) {
      setInView = (isIntersecting) => report([{ isIntersecting }]);
    }
    observe() {}
    disconnect() {
      setInView = undefined;
    }
  }
  vi.stubGlobal('IntersectionObserver', InView);
});

afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
});

const start = () => topRoute(page())(ending.signal, (hash) => hashes.push(hash));

describe('a frame of the portal', () => {
  it('has the top page’s route once it is shown', async () => {
    start();
    await answer(hashOf('Overview'));
    expect(hashes).toEqual([]);
    setInView?.(true);
    expect(hashes).toEqual([hashOf('Overview')]);
  });

  it('watches nothing while the top page is none of ours, and waits to be told', async () => {
    start();
    await answer('');
    expect(setInView).toBeUndefined();
    expect(listeners.size).toBe(1);
    say(ASK_AGAIN, { id: 'courier' });
    await answer(hashOf('Credentials'));
    setInView?.(true);
    expect(hashes).toEqual(['', hashOf('Credentials')]);
    say(ASK_AGAIN, { id: 'courier' });
    await answer('');
    expect(hashes).toEqual(['', hashOf('Credentials'), '']);
    expect(setInView).toBeUndefined();
  });

  it.each([
    ['off the screen', () => setInView?.(false)],
    [
      'of no size',
      () => {
        resize(0);
        setInView?.(true);
      },
    ],
  ])('has no route while it is kept ready %s', async (_where, keepReady) => {
    start();
    await answer(hashOf('Overview'));
    keepReady();
    say(ASK_AGAIN, { id: 'courier' });
    await answer(hashOf('Credentials'));
    expect(hashes.filter(Boolean)).toEqual([]);
  });

  it('starts when it is put to use, and stops when it is put away', async () => {
    start();
    await answer(hashOf('Credentials'));
    resize(0);
    setInView?.(true);
    resize(700);
    resize(0);
    expect(hashes).toEqual([hashOf('Credentials'), '']);
  });

  it('stops without an error where its window has gone, which Firefox does not let be asked for its size', async () => {
    start();
    await answer(hashOf('Credentials'));
    setInView?.(true);
    expect(hashes.at(-1)).toBe(hashOf('Credentials'));
    Object.defineProperty(size, 'innerWidth', {
      get: () => {
        throw new Error('NS_ERROR_NOT_INITIALIZED');
      },
    });
    setInView?.(true);
    expect(hashes.at(-1)).toBe('');
  });

  it('goes on while it is scrolled out of view', async () => {
    start();
    await answer(hashOf('Credentials'));
    setInView?.(true);
    setInView?.(false);
    expect(hashes).toEqual([hashOf('Credentials')]);
  });

  it('asks again when told to, and takes the later answer', async () => {
    start();
    say(ASK_AGAIN, { id: 'courier' });
    const [earlier, later] = questions.splice(0);
    later?.(hashOf('Credentials'));
    await settle();
    earlier?.(hashOf('Overview'));
    await settle();
    setInView?.(true);
    expect(hashes).toEqual([hashOf('Credentials')]);
  });

  it.each([
    ['another extension', ASK_AGAIN, { id: 'other' }],
    ['a content script', ASK_AGAIN, { id: 'courier', tab: { id: 1 } }],
    ['the background, about something else', 'other', { id: 'courier' }],
  ])('is not told by %s', async (_who, message, sender) => {
    start();
    await answer(hashOf('Overview'));
    say(message, sender);
    await settle();
    expect(sent).toEqual(['frameRoute']);
  });

  it('leaves no listener behind', async () => {
    start();
    await answer(hashOf('Overview'));
    expect(setInView).toBeDefined();
    expect(listeners.size).toBe(1);
    ending.abort();
    expect(listeners.size).toBe(0);
    expect(setInView).toBeUndefined();
  });
});

describe('the top page', () => {
  const go = (hash: string) => {
    window.location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  };

  it('tells its frames when it goes to another page, and not when a pane opens', async () => {
    window.location.hash = hashOf('Overview');
    ownRoute(page(), false)(ending.signal, (hash) => hashes.push(hash));
    expect(sent).toEqual([]);
    go(`${hashOf('Overview')}/isMSAApp~/false`);
    expect(sent).toEqual([]);
    go(hashOf('Credentials'));
    expect(sent).toEqual(['routeChanged']);
    expect(hashes).toHaveLength(3);
  });

  it('tells its frames when it begins with a page of ours after pages of others', () => {
    const ended: boolean[] = [];
    window.location.hash = '#home';
    whenMayTell(window, (isLater) => {
      ended.push(isLater);
      ownRoute(page(), isLater)(ending.signal, (hash) => hashes.push(hash));
    });
    go('#view/Microsoft_AAD_IAM/UsersList');
    expect(ended).toEqual([]);
    go(hashOf('Overview'));
    go('#home');
    go(hashOf('Credentials'));
    expect(ended).toEqual([true]);
    expect(sent).toEqual(['routeChanged', 'routeChanged', 'routeChanged']);
    expect(hashes).toEqual([hashOf('Overview'), '#home', hashOf('Credentials')]);
  });

  it('looks at an address that may be ours at once, and on others has nothing but its listeners', () => {
    const runs: boolean[] = [];
    const touched: PropertyKey[] = [];
    const watched = new Proxy(window, {
      get: (target, name) => {
        touched.push(name);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    window.location.hash = '#home';
    whenMayTell(watched, (isLater) => runs.push(isLater));
    expect(runs).toEqual([]);
    expect(touched).not.toContain('document');
    window.location.hash = hashOf('Overview');
    whenMayTell(window, (isLater) => runs.push(isLater));
    expect(runs).toEqual([false]);
  });

  it('offers what it says of the app, on pages that belong to one', () => {
    document.body.innerHTML =
      '<header><span>CONTOSO (CONTOSO.ONMICROSOFT.COM)</span></header><h2>Kandji | Certificates</h2>';
    window.location.hash = hashOf('Credentials');
    expect(readTopFacts(page())).toEqual({
      clientId: CLIENT_ID,
      directoryDomain: 'contoso.onmicrosoft.com',
      appName: 'Kandji',
    });
    window.location.hash = '#home';
    expect(readTopFacts(page())).toBeUndefined();
  });
});
