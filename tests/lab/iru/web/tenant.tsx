/** The signed-in tenant, and what can be done with it. Every change is followed by a fresh look at the whole. */
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { IruMethodKind } from '../model';
import type { MethodSettings, MethodView, TenantView } from './views';

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`/gateway/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (answer.status === 401) location.reload();
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.message ?? 'Something went wrong.');
  return content;
}

interface Tenant {
  view: TenantView;
  createMethod(displayName: string, kind: IruMethodKind): Promise<MethodView>;
  saveMethod(id: string, settings: MethodSettings): Promise<MethodView>;
  allowMethod(id: string, on: boolean): Promise<unknown>;
  deleteMethod(id: string): Promise<unknown>;
  switchStandardAuthentication(on: boolean): Promise<unknown>;
}

const TenantContext = createContext<Tenant | undefined>(undefined);

export function useTenant(): Tenant {
  const tenant = use(TenantContext);
  if (!tenant) throw new Error('Outside the console.');
  return tenant;
}

export function TenantProvider({ children }: { children: ReactNode }) {
  const [view, setView] = useState<TenantView>();
  const refresh = useCallback(async () => setView(await call<TenantView>('GET', 'tenant')), []);
  useEffect(() => void refresh(), [refresh]);
  const actions = useMemo(() => {
    const change = async <Answer,>(method: string, path: string, body?: unknown): Promise<Answer> => {
      const answer = await call<Answer>(method, path, body);
      await refresh();
      return answer;
    };
    const methods = 'authentication-methods';
    return {
      createMethod: (displayName: string, kind: IruMethodKind) =>
        change<MethodView>('POST', methods, { displayName, kind }),
      saveMethod: (id: string, settings: MethodSettings) =>
        change<MethodView>('PUT', `${methods}/${id}`, settings),
      allowMethod: (id: string, on: boolean) => change('PUT', `${methods}/${id}/allowed`, { on }),
      deleteMethod: (id: string) => change('DELETE', `${methods}/${id}`),
      switchStandardAuthentication: (on: boolean) => change('PUT', 'standard-authentication', { on }),
    };
  }, [refresh]);
  if (!view) return null;
  return <TenantContext value={{ view, ...actions }}>{children}</TenantContext>;
}
