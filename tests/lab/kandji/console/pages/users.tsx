/** Team members: only who is listed here may sign in to the console. */
import { type FormEvent, useState } from 'react';
import styles from '../layout.module.css';
import overlay from '../overlay.module.css';
import { useStore } from '../store';
import ui from '../ui.module.css';

export function UsersPage() {
  const { view, invite } = useStore();
  const [email, setEmail] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === '') return;
    void invite(email).then(() => setEmail(''));
  };
  return (
    <>
      <h1>Users</h1>
      <p className={styles.lead}>Team members who may sign in to this tenant</p>
      <section className={ui.card}>
        <table className={ui.table}>
          <thead>
            <tr>
              <th>Team member</th>
              <th>Role</th>
            </tr>
          </thead>
          <tbody>
            {view.members.map((member, index) => (
              <tr key={member}>
                <td>{member}</td>
                <td>{index === 0 ? 'Account Owner' : 'Admin'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <form className={ui.cardFoot} onSubmit={submit}>
          <label className={overlay.field}>
            <span className={overlay.caption}>Email address</span>
            <input
              className={overlay.input}
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </label>
          <button type="submit" className={`${ui.button} ${ui.primary}`}>
            Invite team member
          </button>
        </form>
      </section>
    </>
  );
}
