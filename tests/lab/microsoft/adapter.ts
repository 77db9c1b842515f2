/** Where the provider keeps its things: in memory, one store a directory, its clients read from the world each time. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

type FindClient = (clientId: string) => AdapterPayload | undefined;

/** The adapter factory of one directory's provider. Expiry is the provider's own business: it checks `exp` on read. */
export function memoryAdapter(findClient: FindClient): (model: string) => Adapter {
  const store = new Map<string, AdapterPayload>();
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const findBy = (matches: (payload: AdapterPayload) => boolean) =>
      [...store].find(([name, payload]) => name.startsWith(`${model}:`) && matches(payload))?.[1];
    return {
      async upsert(id, payload) {
        store.set(key(id), payload);
      },
      async find(id) {
        return model === 'Client' ? findClient(id) : store.get(key(id));
      },
      async findByUid(uid) {
        return findBy((payload) => payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return findBy((payload) => payload.userCode === userCode);
      },
      async consume(id) {
        const payload = store.get(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        store.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, payload] of store) if (payload.grantId === grantId) store.delete(name);
      },
    };
  };
}
