/** A portal page with SSO Courier on it, and a background that answers as it is told, for unit tests. */
import { afterEach, beforeEach, expect } from 'vitest';
import { runPortal } from '../../../utils/entra/portal';
import { openPortalPage } from '../../../utils/entra/portal-page';
import type { PageContext } from '../../../utils/page/context';
import { nextFrame } from '../../../utils/page/watch';
import { button, pointer, press, type Stage, setStage, trusted } from '../page/pressing';
import { hashOf } from './pages';

export const COPY_ID = 'Copy client ID to Kandji';
export const HIDE = 'Hide this button on this page';
export const COPY_VALUE = 'Copy secret value to Kandji';

export interface Portal {
  stage: Stage;
  /** What the background answers, by message. */
  answers: Record<string, unknown>;
  /** What comes of the first questions for the part that works on the page; nothing left = it comes. */
  parts: ('notNeeded' | undefined)[];
  /** The extension was updated under the page. */
  updated: boolean;
  /** Data of the messages of one type so far. */
  of(type: string): Record<string, unknown>[];
  open(html: string, menu: string): Promise<void>;
  pressButton(name: string): Promise<void>;
}

export const frames = async (count = 4): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise<void>((resolve) => nextFrame(document, resolve));
};

/** What is pressed next is not the second half of a double click. */
export const pressElsewhere = (stage: Stage) =>
  document.body.dispatchEvent(trusted(pointer(stage, 'pointerdown', { clientX: 900 })));

/** A fresh one before each test; after it, that nothing is left in the page. */
export function setPortal(): Portal {
  let ending: AbortController;
  let sent: [type: string, data: Record<string, unknown>][] = [];
  const portal: Portal = {
    stage: undefined as unknown as Stage,
    answers: {},
    parts: [],
    updated: false,
    of: (type) => sent.filter(([each]) => each === type).map(([, data]) => data),
    async open(html, menu) {
      document.body.innerHTML = html;
      window.location.hash = hashOf(menu);
      const send = async (type: string, data: Record<string, unknown>) => {
        if (portal.updated) throw new Error('Extension context invalidated.');
        sent.push([type, structuredClone(data)]);
        return portal.answers[type] ?? { kind: 'done' };
      };
      const page = { document, window, send } as unknown as PageContext;
      const bring = async () => portal.parts.shift() ?? openPortalPage;
      runPortal(page, { signal: ending.signal, bring });
      await frames();
    },
    async pressButton(name) {
      pressElsewhere(portal.stage);
      press(portal.stage, button(portal.stage, name));
      await frames();
    },
  };

  beforeEach(() => {
    portal.stage = setStage();
    portal.stage.box.width = 400;
    portal.updated = false;
    portal.answers = {
      portalContext: { kind: 'context', vendorName: 'Kandji' },
      captureClientId: { kind: 'held', vendorName: 'Kandji', what: 'clientId' },
      captureSecretValue: {
        kind: 'held',
        vendorName: 'Kandji',
        what: 'secretValue',
        deadline: Date.now() + 600_000,
      },
    };
    sent = [];
    ending = new AbortController();
  });

  afterEach(() => {
    ending.abort();
    expect(document.querySelectorAll('sso-courier')).toHaveLength(0);
  });

  return portal;
}
