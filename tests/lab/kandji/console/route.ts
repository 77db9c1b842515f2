/** Client-side routes: the address changes, the document does not. */
import { useEffect, useState } from 'react';

const CHANGED = 'console:route';

export function navigate(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(CHANGED));
}

export function useRoute(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const update = () => setPath(location.pathname);
    addEventListener('popstate', update);
    addEventListener(CHANGED, update);
    return () => {
      removeEventListener('popstate', update);
      removeEventListener(CHANGED, update);
    };
  }, []);
  return path;
}
