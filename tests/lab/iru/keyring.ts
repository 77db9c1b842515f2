/** Values behind random keys, each for a while: sessions, one-time codes, sign-ins under way. */
import { randomUUID } from 'node:crypto';

export class Keyring<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();

  /** @param seconds how long the key works; for as long as the lab runs when absent */
  put(value: Value, seconds = Number.POSITIVE_INFINITY): string {
    const key = randomUUID().replaceAll('-', '');
    this.#entries.set(key, { value, until: Date.now() + seconds * 1000 });
    return key;
  }

  look(key: string | null | undefined): Value | undefined {
    const entry = this.#entries.get(key ?? '');
    return entry && entry.until >= Date.now() ? entry.value : undefined;
  }

  /** Gives the value and forgets the key. */
  take(key: string | null | undefined): Value | undefined {
    const value = this.look(key);
    this.#entries.delete(key ?? '');
    return value;
  }
}
