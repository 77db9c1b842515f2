/** What console and sign-in host remember of one lab, each in keys of its own. Tenants are named, never held. */
import { Keyring } from './keyring';

/** Somebody who is signed in. */
export interface Person {
  subdomain: string;
  email: string;
  name: string;
  /** Standard authentication can only be switched off by an administrator who came through single sign-on. */
  through: 'standard' | 'sso';
}

/** A sign-in that the console asked for. */
export interface Flow {
  subdomain: string;
  /** Handed back to the console unchanged. */
  state: string;
}

/** A browser sent on to Microsoft. */
export interface Errand {
  flowKey: string;
  via: { kind: 'method'; connectionId: string } | { kind: 'social' };
  verifier: string;
  nonce: string;
}

export class IruState {
  readonly flows = new Keyring<Flow>();
  readonly errands = new Keyring<Errand>();
  /** One-time codes from the sign-in host to the console. */
  readonly codes = new Keyring<Person>();
  /** Sessions of the sign-in host: they outlive the console's. */
  readonly identitySessions = new Keyring<Person>();
  readonly consoleSessions = new Keyring<Person>();
  /** Addresses of the console to come back to, by the `state` of the sign-in. */
  readonly departures = new Keyring<{ subdomain: string; path: string }>();
}
