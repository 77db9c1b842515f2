/** The console's own API. It saves what the form says without looking at it, as the real one does (facts §7). */
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sendJson } from '../respond';
import type { LabRequest } from '../serve';
import type { LabVendorTenant, VendorConnection, World } from '../world';
import type { ConnectionView, ConsoleView } from './console/model';
import { identityHostOf } from './sites';
import type { ConsoleSession } from './state';

const connectionSchema = z.object({
  kind: z.enum(['azure', 'google', 'saml']),
  name: z.string(),
  domain: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});
const changeSchema = connectionSchema
  .omit({ kind: true })
  .partial()
  .extend({ enabled: z.boolean().optional() });

export class ConsoleApi {
  constructor(readonly world: World) {}

  answer(exchange: LabRequest, tenant: LabVendorTenant, session: ConsoleSession): true {
    const { pathname } = exchange.url;
    const call = `${exchange.request.method} ${pathname.replace(/^\/api\/connections\/.+$/, '/api/connections/:id')}`;
    const id = pathname.slice('/api/connections/'.length);
    const connection = tenant.connections.find((candidate) => candidate.id === id);
    const problem = this.#perform(call, tenant, session, connection, exchange.body);
    return problem
      ? sendJson(exchange, { error: problem }, problem === 'not found' ? 404 : 400)
      : sendJson(exchange, this.#view(tenant, session));
  }

  /** Every call answers with the whole console's state; the console shows what it is given. */
  #perform(
    call: string,
    tenant: LabVendorTenant,
    session: ConsoleSession,
    connection: VendorConnection | undefined,
    body: string,
  ): string | undefined {
    switch (call) {
      case 'GET /api/console':
        return undefined;
      case 'POST /api/connections': {
        const saved = connectionSchema.parse(JSON.parse(body));
        // New connections start disabled; the ticket is what the administrator's link ends in.
        tenant.connections.push({
          ...saved,
          id: `con_${randomUUID().slice(0, 16)}`,
          enabled: false,
          ticket: newTicket(),
        });
        return undefined;
      }
      case 'PATCH /api/connections/:id': {
        if (!connection) return 'not found';
        const change = changeSchema.parse(JSON.parse(body));
        // An untouched secret field means "keep the old one".
        if (change.clientSecret === '') delete change.clientSecret;
        Object.assign(connection, change);
        restoreStandardAuthentication(tenant);
        return undefined;
      }
      case 'DELETE /api/connections/:id':
        tenant.connections = tenant.connections.filter((candidate) => candidate !== connection);
        restoreStandardAuthentication(tenant);
        return undefined;
      case 'PUT /api/standard-authentication': {
        const { on } = z.object({ on: z.boolean() }).parse(JSON.parse(body));
        if (!on && session.through !== 'sso') {
          return 'Log in through single sign-on before you disable Standard Authentication.';
        }
        tenant.standardAuthentication = on;
        return undefined;
      }
      case 'POST /api/members': {
        const { email } = z.object({ email: z.string() }).parse(JSON.parse(body));
        tenant.members = [...new Set([...tenant.members, email.trim().toLowerCase()])];
        return undefined;
      }
      default:
        return 'not found';
    }
  }

  #view(tenant: LabVendorTenant, session: ConsoleSession): ConsoleView {
    const { secretFieldType, passwordManagerAfterMs, revertFirstWrite, labels } = this.world.vendor;
    return {
      tenantName: tenant.subdomain,
      region: tenant.region,
      user: { name: session.name, email: session.email },
      members: [tenant.owner.email, ...tenant.members],
      ssoAvailable: tenant.ssoAvailable,
      standardAuthentication: tenant.standardAuthentication,
      connections: tenant.connections.map((connection) => viewOf(tenant, connection)),
      form: {
        secretFieldType,
        passwordManagerAfterMs,
        // What a password manager has for this site is the console's own password.
        rememberedPassword: tenant.owner.password,
        revertFirstWrite,
        labels,
      },
    };
  }
}

function viewOf(tenant: LabVendorTenant, connection: VendorConnection): ConnectionView {
  const { clientSecret: _secret, ticket, ...rest } = connection;
  return { ...rest, authorizeUrl: `https://${identityHostOf(tenant)}/p/waad/${ticket}` };
}

/** Without any connection in use, the other ways in come back by themselves (facts/kandji.md §6). */
function restoreStandardAuthentication(tenant: LabVendorTenant): void {
  if (!tenant.connections.some((connection) => connection.enabled)) tenant.standardAuthentication = true;
}

function newTicket(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return [...randomBytes(8)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
