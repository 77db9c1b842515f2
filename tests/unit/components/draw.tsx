/** Draws the whole view with a background that answers from a table, and writes down what it was asked. */
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import type { Ask } from '../../../components/ask';
import { Courier } from '../../../components/courier';
import type { ProjectedState } from '../../../utils/handoff/projection';
import type { AnswerOf, MessageType } from '../../../utils/messages/protocol';
import { NOW } from './parts';

export type Answers = {
  [T in MessageType]?: AnswerOf<T> | { kind: 'dropped' | 'unreachable'; details?: string };
};

export interface Asked {
  type: MessageType;
  data: unknown;
}

const usual: Answers = {
  fillForm: { kind: 'filled', fields: [] },
  openConsentLink: { kind: 'opened' },
  takeMeThere: { kind: 'opened' },
  startTest: { kind: 'started', observed: true },
  startRenewal: { kind: 'opened' },
  handoverRecord: { kind: 'record', text: 'Single sign-on: Kandji' },
};

/** A background in a table: whatever is not in it goes well. */
export function answering(answers: Answers = {}): { ask: Ask; asked: Asked[] } {
  const asked: Asked[] = [];
  const ask = async (type: MessageType, data?: unknown) => {
    asked.push({ type, data });
    return answers[type] ?? usual[type] ?? { kind: 'done' };
  };
  return { ask: ask as Ask, asked };
}

/** @param clipboard whether the browser lets a text be copied */
export function draw(
  state: ProjectedState,
  answers: Answers = {},
  now = NOW,
  clipboard: 'works' | 'refused' = 'works',
) {
  const { ask, asked } = answering(answers);
  const copied: string[] = [];
  const copy = async (text: string) => {
    if (clipboard === 'works') copied.push(text);
    return clipboard === 'works';
  };
  const onOpenConnections = vi.fn();
  const view = (shown: ProjectedState, at: number) => (
    <Courier
      state={shown}
      unreachable={false}
      now={at}
      ask={ask}
      copy={copy}
      onOpenConnections={onOpenConnections}
    />
  );
  const drawn = render(view(state, now));
  return {
    asked,
    copied,
    onOpenConnections,
    container: drawn.container,
    redraw: (shown: ProjectedState, at = now) => drawn.rerender(view(shown, at)),
  };
}
