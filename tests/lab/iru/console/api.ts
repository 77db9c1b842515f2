/** The console's backend. It looks at nothing that a form saves: whether values work shows at the next sign-in. */
import { z } from 'zod';
import { sendJson } from '../../respond';
import type { LabRequest } from '../../serve';
import type { World } from '../../world';
import { identityHostOf, redirectUrlOf } from '../hosts';
import { adminConsentUrl } from '../identity/federation';
import { type IruConnection, type IruTenant, newIruConnection } from '../model';
import type { Person } from '../state';
import type { MethodView, TenantView } from '../web/views';

const newMethodSchema = z.object({
  displayName: z.string(),
  kind: z.enum(['entra', 'google', 'saml']),
});
const settingsSchema = z.object({
  displayName: z.string(),
  domain: z.string(),
  clientId: z.string(),
  /** Absent: the saved secret stays. */
  clientSecret: z.string().optional(),
  limitedToDomains: z.array(z.string()),
});
const switchSchema = z.object({ on: z.boolean() });

/** Shown to the administrator as it stands. */
class Rejection extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export class ConsoleApi {
  constructor(readonly world: World) {}

  answer(exchange: LabRequest, tenant: IruTenant, person: Person): true {
    try {
      return sendJson(exchange, this.#perform(exchange, tenant, person));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return sendJson(exchange, { message: error.message }, error.status);
    }
  }

  #perform(exchange: LabRequest, tenant: IruTenant, person: Person): unknown {
    const [, , resource, id, part] = exchange.url.pathname.split('/');
    const body = (): unknown => JSON.parse(exchange.body);
    const call = `${exchange.request.method} ${resource}${id === undefined ? '' : '/id'}${part ? `/${part}` : ''}`;
    switch (call) {
      case 'GET tenant':
        return this.#tenantView(tenant, person);
      case 'POST authentication-methods': {
        const connection = newIruConnection(newMethodSchema.parse(body()));
        tenant.connections.push(connection);
        return this.#methodView(tenant, connection);
      }
      case 'PUT authentication-methods/id': {
        const connection = this.#find(tenant, id);
        const { clientSecret = connection.clientSecret, ...rest } = settingsSchema.parse(body());
        Object.assign(connection, { ...rest, clientSecret });
        return this.#methodView(tenant, connection);
      }
      case 'PUT authentication-methods/id/allowed': {
        const connection = this.#find(tenant, id);
        const { on } = switchSchema.parse(body());
        if (on && !isComplete(connection)) throw new Rejection(409, 'Finish the configuration first.');
        connection.allowed = on;
        this.#restoreStandardAuthentication(tenant);
        return this.#methodView(tenant, connection);
      }
      case 'DELETE authentication-methods/id': {
        const connection = this.#find(tenant, id);
        tenant.connections = tenant.connections.filter((other) => other !== connection);
        this.#restoreStandardAuthentication(tenant);
        return {};
      }
      case 'PUT standard-authentication': {
        const { on } = switchSchema.parse(body());
        // "An admin must be logged in through SSO first" (facts/kandji.md §6).
        if (!on && person.through !== 'sso') {
          throw new Rejection(
            403,
            'Sign in through single sign-on before you turn standard authentication off.',
          );
        }
        tenant.standardAuthentication = on;
        return {};
      }
      default:
        throw new Rejection(404, 'There is nothing at this address.');
    }
  }

  #find(tenant: IruTenant, id: string | undefined): IruConnection {
    const connection = tenant.connections.find((candidate) => candidate.id === id);
    if (!connection) throw new Rejection(404, 'This authentication method no longer exists.');
    return connection;
  }

  /** Without a method in use, the other ways in come back by themselves (facts/kandji.md §6). */
  #restoreStandardAuthentication(tenant: IruTenant): void {
    if (!tenant.connections.some(({ allowed }) => allowed)) tenant.standardAuthentication = true;
  }

  #tenantView(tenant: IruTenant, person: Person): TenantView {
    const { iru } = this.world;
    return {
      name: tenant.subdomain,
      person: { name: person.name, email: person.email },
      users: [
        { email: tenant.owner.email, role: 'Account Owner' },
        ...tenant.members.map((email) => ({ email, role: 'Admin' })),
      ],
      standardAuthentication: tenant.standardAuthentication,
      methods: tenant.connections.map((connection) => this.#methodView(tenant, connection)),
      rendering: {
        secretFieldType: iru.secretFieldType,
        passwordManagerAfterMs: iru.passwordManagerAfterMs,
        // What a password manager has for this site is the console's own password.
        rememberedPassword: tenant.owner.password,
        revertFirstWrite: iru.revertFirstWrite,
        labels: iru.labels,
        redirectUrlMake: iru.redirectUrlMake,
        domainLabel: iru.domainLabel,
        savedSecret: iru.savedSecret,
        modal: iru.modal,
        closesOnOutsidePress: iru.closesOnOutsidePress,
        signedInMarkers: iru.signedInMarkers,
      },
    };
  }

  #methodView(tenant: IruTenant, connection: IruConnection): MethodView {
    const { clientSecret, ...rest } = connection;
    const redirectUrl = redirectUrlOf(this.world, tenant, connection);
    const registration = { authority: connection.domain, clientId: connection.clientId, clientSecret };
    return {
      ...rest,
      redirectUrl,
      entityId: `https://${identityHostOf(tenant)}/saml/${connection.id}`,
      isComplete: isComplete(connection),
      hasSecret: clientSecret !== '',
      ...(this.world.iru.showsConsentLink && connection.kind === 'entra'
        ? { consentUrl: adminConsentUrl(registration, redirectUrl) }
        : {}),
    };
  }
}

function isComplete({ domain, clientId, clientSecret }: IruConnection): boolean {
  return domain !== '' && clientId !== '' && clientSecret !== '';
}
