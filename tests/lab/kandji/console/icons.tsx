/** Line icons of the sidebar and the tables. */
import type { ReactNode } from 'react';

const icon = (shapes: ReactNode) => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {shapes}
  </svg>
);

export const icons = {
  devices: icon(<path d="M4 5h16v11H4zM2 20h20M9 16l-.5 4M15 16l.5 4" />),
  blueprints: icon(<path d="M12 3 3 8l9 5 9-5zM3 13l9 5 9-5" />),
  library: icon(<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z" />),
  users: icon(
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20c.6-4 3-6 6.500-6s5.900 2 6.500 6M16 5.200a3.500 3.500 0 0 1 0 5.700M18 14.500c2 .8 3.100 2.700 3.500 5.500" />
    </>,
  ),
  integrations: icon(<path d="M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0zM12 18v3" />),
  activity: icon(<path d="M3 12h4l3-8 4 16 3-8h4" />),
  settings: icon(
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M5.300 18.700l2.100-2.100M16.600 7.400l2.100-2.100" />
    </>,
  ),
  more: icon(
    <>
      <circle cx="5" cy="12" r="1" />
      <circle cx="12" cy="12" r="1" />
      <circle cx="19" cy="12" r="1" />
    </>,
  ),
  close: icon(<path d="M6 6l12 12M18 6 6 18" />),
  plus: icon(<path d="M12 5v14M5 12h14" />),
  logOut: icon(<path d="M10 4H5v16h5M15 8l4 4-4 4M19 12H9" />),
  laptop: icon(<path d="M5 6h14v10H5zM2 19h20" />),
};
