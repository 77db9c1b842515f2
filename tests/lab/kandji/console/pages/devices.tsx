import styles from '../layout.module.css';
import ui from '../ui.module.css';

const DEVICES = [
  {
    name: 'Ada’s MacBook Pro',
    model: 'MacBook Pro (14-inch, M5)',
    system: 'macOS 26.1',
    seen: '2 minutes ago',
  },
  { name: 'Design iMac 3', model: 'iMac (24-inch, M4)', system: 'macOS 26.0', seen: '1 hour ago' },
  { name: 'Front desk iPad', model: 'iPad (11th generation)', system: 'iPadOS 26.1', seen: 'Yesterday' },
  {
    name: 'Tess’s MacBook Air',
    model: 'MacBook Air (13-inch, M4)',
    system: 'macOS 26.1',
    seen: '5 minutes ago',
  },
];

export function DevicesPage() {
  return (
    <>
      <h1>Devices</h1>
      <p className={styles.lead}>{DEVICES.length} enrolled devices</p>
      <section className={ui.card}>
        <table className={ui.table}>
          <thead>
            <tr>
              <th>Device</th>
              <th>Model</th>
              <th>System</th>
              <th>Last check-in</th>
            </tr>
          </thead>
          <tbody>
            {DEVICES.map(({ name, model, system, seen }) => (
              <tr key={name}>
                <td>
                  <strong>{name}</strong>
                </td>
                <td>{model}</td>
                <td>{system}</td>
                <td>{seen}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
