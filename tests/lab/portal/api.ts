/** The portal's data, as JSON under `/lab/api/`: stands for the private APIs and Graph behind the real portal. */
import { z } from 'zod';
import type { LabApp, LabSecret, World } from '../world';
import type { AppListItem, AppView, NewSecretView, SecretView } from './contract';
import {
  addApp,
  addSecret,
  createdOnOf,
  findApp,
  portalDirectory,
  removeApp,
  removeSecret,
  servicePrincipalIdOf,
} from './model';

export interface ApiAnswer {
  status: number;
  body: unknown;
}

const redirectUris = z.array(
  z.object({ platform: z.enum(['web', 'spa', 'publicClient']), uri: z.string().min(1) }),
);

const registerRequest = z.object({
  displayName: z.string().trim().min(1),
  audience: z.enum(['single', 'multiple', 'any', 'personal']),
  redirectUris,
});

const addSecretRequest = z.object({ description: z.string(), expiresAt: z.iso.datetime() });
const changeRequest = z.object({
  displayName: z.string().trim().min(1).optional(),
  redirectUris: redirectUris.optional(),
  adminConsent: z.literal(true).optional(),
  activated: z.boolean().optional(),
});

const notFound: ApiAnswer = { status: 404, body: { error: 'Request_ResourceNotFound' } };
const noContent: ApiAnswer = { status: 200, body: {} };

/** Answers `<method> /lab/api/<path>`. `body` is the request body as text. */
export function answerApi(world: World, method: string, path: string, body: string): ApiAnswer {
  try {
    return route(world, method, path.split('/').filter(Boolean), body === '' ? {} : JSON.parse(body));
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return { status: 400, body: { error: 'Request_BadRequest', message: error.message } };
    }
    throw error;
  }
}

function route(world: World, method: string, segments: readonly string[], body: unknown): ApiAnswer {
  const [collection, clientId, part, secretId] = segments;
  if (collection !== 'apps') return notFound;
  if (clientId === undefined) {
    if (method === 'GET') return { status: 200, body: portalDirectory(world).apps.map(listItem) };
    if (method === 'POST') return { status: 201, body: appView(addApp(world, registerRequest.parse(body))) };
    return notFound;
  }
  const app = findApp(world, clientId);
  if (!app) return notFound;
  switch (`${method} ${part ?? ''}`) {
    case 'GET ':
      return { status: 200, body: appView(app) };
    case 'PATCH ':
      return { status: 200, body: appView(change(app, changeRequest.parse(body))) };
    case 'DELETE ':
      return removeApp(world, clientId) ? noContent : notFound;
    case 'POST secrets': {
      const request = addSecretRequest.parse(body);
      const secret = addSecret(app, {
        description: request.description,
        expiresAt: new Date(request.expiresAt),
      });
      const answer: NewSecretView = { ...secretView(secret), value: secret.value };
      return { status: 201, body: answer };
    }
    case 'DELETE secrets':
      return secretId !== undefined && removeSecret(app, secretId) ? noContent : notFound;
    default:
      return notFound;
  }
}

function change(app: LabApp, request: z.infer<typeof changeRequest>): LabApp {
  if (request.displayName !== undefined) app.displayName = request.displayName;
  if (request.redirectUris !== undefined) app.redirectUris = request.redirectUris;
  if (request.adminConsent !== undefined) app.adminConsent = request.adminConsent;
  if (request.activated !== undefined) app.activated = request.activated;
  return app;
}

const listItem = (app: LabApp): AppListItem => ({
  clientId: app.clientId,
  displayName: app.displayName,
  createdOn: createdOnOf(app).toISOString(),
});

const secretView = (secret: LabSecret): SecretView => ({
  secretId: secret.secretId,
  description: secret.description,
  hint: secret.value.slice(0, 3),
  expiresAt: secret.expiresAt.toISOString(),
});

const appView = (app: LabApp): AppView => ({
  clientId: app.clientId,
  objectId: app.objectId,
  servicePrincipalId: servicePrincipalIdOf(app),
  displayName: app.displayName,
  audience: app.audience,
  redirectUris: app.redirectUris,
  secrets: app.secrets.map(secretView),
  adminConsent: app.adminConsent,
  activated: app.activated,
});
