/** Small pictures of states. Each stands beside a text that says the same. */
export type IconName = 'seen' | 'ticked' | 'ready' | 'todo' | 'problem' | 'info' | 'chevron' | 'close';

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}

const tick = 'M4.8 8.2 7.1 10.5 11.4 5.8';

const shapes: Readonly<Record<IconName, React.ReactNode>> = {
  seen: (
    <>
      <circle className="fill" cx="8" cy="8" r="7" />
      <path className="cut" d={tick} />
    </>
  ),
  ticked: (
    <>
      <circle className="line" cx="8" cy="8" r="6.25" />
      <path className="line" d={tick} />
    </>
  ),
  ready: (
    <>
      <circle className="line" cx="8" cy="8" r="6.25" />
      <circle className="fill" cx="8" cy="8" r="3" />
    </>
  ),
  todo: <circle className="line" cx="8" cy="8" r="6.25" />,
  problem: (
    <>
      <circle className="fill" cx="8" cy="8" r="7" />
      <path className="cut" d="M8 4.2v4.6M8 11.4v.2" />
    </>
  ),
  info: (
    <>
      <circle className="line" cx="8" cy="8" r="6.25" />
      <path className="line" d="M8 7.4v4M8 4.6v.2" />
    </>
  ),
  chevron: <path className="line" d="M6 3.8 10.2 8 6 12.2" />,
  close: <path className="line" d="m4 4 8 8M12 4l-8 8" />,
};
