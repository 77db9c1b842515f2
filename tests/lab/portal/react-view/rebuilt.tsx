import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { useSettings } from './settings';

/** Open lists and questions stand outside of the blade's DOM and outlive its rebuilding. */
const FLOATING = '.ms-Callout, .ms-Dialog-main';

/** Tears the drawn DOM of its children down and draws it anew at the interval `rebuildEveryMs`. */
export function Rebuilt({ children }: { children: ReactNode }) {
  const { rebuildEveryMs } = useSettings().options;
  const [build, setBuild] = useState(0);
  useEffect(() => {
    if (rebuildEveryMs === 0) return;
    const timer = setInterval(() => {
      if (!document.querySelector(FLOATING)) setBuild((count) => count + 1);
    }, rebuildEveryMs);
    return () => clearInterval(timer);
  }, [rebuildEveryMs]);
  return <Fragment key={build}>{children}</Fragment>;
}
