/** The page's side of the lab's data. */
import type { AddSecretRequest, AppListItem, AppView, NewSecretView, RegisterRequest } from '../contract';

type AppChange = Partial<Pick<AppView, 'displayName' | 'redirectUris' | 'activated'>> & {
  adminConsent?: true;
};

export const api = {
  apps: () => call<AppListItem[]>('GET', 'apps'),
  app: (clientId: string) => call<AppView>('GET', `apps/${clientId}`),
  register: (request: RegisterRequest) => call<AppView>('POST', 'apps', request),
  change: (clientId: string, change: AppChange) => call<AppView>('PATCH', `apps/${clientId}`, change),
  remove: (clientId: string) => call<unknown>('DELETE', `apps/${clientId}`),
  addSecret: (clientId: string, request: AddSecretRequest) =>
    call<NewSecretView>('POST', `apps/${clientId}/secrets`, request),
  removeSecret: (clientId: string, secretId: string) =>
    call<unknown>('DELETE', `apps/${clientId}/secrets/${secretId}`),
};

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/lab/api/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return (await response.json()) as T;
}
