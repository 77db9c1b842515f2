/** What the vendor remembers of one lab: sign-ins under way and browsers that are signed in. */
import { randomBytes } from 'node:crypto';
import type { LabVendorTenant, VendorConnection, World } from '../world';

/** A login page that was handed out: `?state=` is single-use, expires, and belongs to one browser. */
export interface LoginTransaction {
  state: string;
  tenant: LabVendorTenant;
  createdAt: number;
  /** Cookie of the browser that opened it first. */
  browser?: string;
  finished: boolean;
}

/** A browser sent on to Microsoft: what for, and where it has to come back. */
export type Upstream =
  | { kind: 'connection'; transaction: LoginTransaction; connectionId: string }
  | { kind: 'stock'; transaction: LoginTransaction }
  | { kind: 'ticket'; tenant: LabVendorTenant; connectionId: string };

export interface ConsoleSession {
  tenant: LabVendorTenant;
  email: string;
  name: string;
  /** How the user got in: standard authentication can only be switched off by somebody who came through SSO. */
  through: 'standard' | 'sso';
}

export class VendorState {
  readonly transactions = new Map<string, LoginTransaction>();
  readonly upstream = new Map<string, Upstream>();
  readonly sessions = new Map<string, ConsoleSession>();
  /** One-time codes that carry a finished login from the sign-in host to the console's. */
  readonly codes = new Map<string, ConsoleSession>();

  constructor(readonly world: World) {}

  beginLogin(tenant: LabVendorTenant): LoginTransaction {
    const transaction = { state: token(), tenant, createdAt: Date.now(), finished: false };
    this.transactions.set(transaction.state, transaction);
    return transaction;
  }

  /** The transaction, if this browser may still use it. */
  openLogin(state: string | null, browser: string | undefined): LoginTransaction | undefined {
    const transaction = this.transactions.get(state ?? '');
    if (!transaction || transaction.finished) return undefined;
    if (Date.now() - transaction.createdAt > this.world.vendor.loginStateSeconds * 1000) return undefined;
    if (transaction.browser !== undefined && transaction.browser !== browser) return undefined;
    return transaction;
  }

  goUpstream(what: Upstream): string {
    const state = token();
    this.upstream.set(state, what);
    return state;
  }

  /** Single-use, as every `state`. */
  comeBack(state: string | null): Upstream | undefined {
    const what = this.upstream.get(state ?? '');
    this.upstream.delete(state ?? '');
    return what;
  }

  finishLogin(session: ConsoleSession): string {
    const code = token();
    this.codes.set(code, session);
    return code;
  }
}

export function connectionOf(tenant: LabVendorTenant, id: string): VendorConnection | undefined {
  return tenant.connections.find((connection) => connection.id === id);
}

export function token(): string {
  return randomBytes(24).toString('base64url');
}
