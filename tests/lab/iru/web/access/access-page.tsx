/** Account menu > Access: who may sign in, and how. */
import { type ReactNode, useState } from 'react';
import parts from '../parts/parts.module.css';
import css from '../shell.module.css';
import { useTenant } from '../tenant';
import { Methods } from './methods';
import { StandardAuthentication } from './standard';

const TABS: { name: string; content: ReactNode }[] = [
  {
    name: 'Admin and authentication',
    content: (
      <>
        <AdminTeam />
        <StandardAuthentication />
        <Methods />
      </>
    ),
  },
  { name: 'API tokens', content: <p className={css.intro}>No API tokens yet.</p> },
];

export function AccessPage() {
  const [current, setCurrent] = useState(TABS[0]);
  return (
    <>
      <h1>Access</h1>
      <div className={css.tabs} role="tablist" aria-label="Access">
        {TABS.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            aria-selected={tab === current}
            onClick={() => setCurrent(tab)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={current?.name}>
        {current?.content}
      </div>
    </>
  );
}

function AdminTeam() {
  const { users } = useTenant().view;
  return (
    <section className={parts.sheet}>
      <header className={parts.sheetHead}>
        <h2>Admin team</h2>
        <p>Only these people can sign in, whichever way they take.</p>
      </header>
      <table className={parts.list}>
        <tbody>
          {users.map(({ email, role }) => (
            <tr key={email}>
              <td>{email}</td>
              <td className={parts.faint}>{role}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
