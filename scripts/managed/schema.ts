/**
 * The schema that Chromium reads policies by (`storage.managed_schema`). It names types and no limits: a value that
 * Chromium itself drops shows in `chrome://policy` only, one that reaches us is named in the options page as well.
 */
import * as z from 'zod';
import { described } from '../../utils/settings/described';
import { managedKeys, managedShape } from '../../utils/settings/managed';

export type ValueType = 'string' | 'integer' | 'boolean' | 'array';

interface Typed {
  type: ValueType;
  items?: { type: ValueType };
}

/** The type of a setting, as JSON Schema names it. */
export function typeOf(key: (typeof managedKeys)[number]): Typed {
  const full = z.toJSONSchema(managedShape[key], { io: 'input' }) as { type: ValueType; items?: Typed };
  return { type: full.type, ...(full.items && { items: { type: full.items.type } }) };
}

export function managedSchema() {
  return {
    type: 'object',
    properties: Object.fromEntries(
      managedKeys.map((key) => {
        const { title, description } = described[key];
        return [key, { title, description, ...typeOf(key) }];
      }),
    ),
  };
}
