/**
 * The product's mark: a key under way, whose shaft is the arrow from the directory to the vendor. Light on a blue tile,
 * so that it reads on light and dark toolbars. The icons in `public/icon` are drawn from it by `scripts/icons.ts`.
 */
export interface MarkProps {
  /** Edge length in CSS pixels. Up to 20 the drawing is coarser and sits on whole pixels. */
  size: number;
}

const TILE = '#0f6cbd';
const KEY = '#ffffff';

export function Mark({ size }: MarkProps) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      {size <= 20 ? <Coarse /> : <Fine />}
    </svg>
  );
}

function Fine() {
  return (
    <>
      <rect width="48" height="48" rx="11" fill={TILE} />
      <g fill="none" stroke={KEY} strokeWidth="4.5" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="14" cy="24" r="6.75" />
        <path d="M20.75 24H40M33 16.5 40.5 24 33 31.5M26.5 24v6.5" />
      </g>
    </>
  );
}

/** Three units are one pixel at 16 px. */
function Coarse() {
  return (
    <>
      <rect width="48" height="48" rx="9" fill={TILE} />
      <g fill="none" stroke={KEY} strokeWidth="5.5">
        <circle cx="12.5" cy="24" r="7" />
        <path d="M19 24H42M34.5 14.5 43 24 34.5 33.5M27 24v9.5" />
      </g>
    </>
  );
}
