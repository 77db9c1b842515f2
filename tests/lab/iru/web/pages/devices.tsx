import parts from '../parts/parts.module.css';
import css from '../shell.module.css';

const DEVICES = [
  ['Ada’s MacBook Pro', 'macOS 26.1', 'Engineering', 'Just now'],
  ['Tess’s Surface Laptop', 'Windows 11 25H2', 'Quality', '4 minutes ago'],
  ['Front desk iPad', 'iPadOS 26.1', 'Reception', 'Yesterday'],
];

export function DevicesPage() {
  return (
    <>
      <h1>Devices</h1>
      <p className={css.intro}>Everything enrolled in this tenant.</p>
      <div className={parts.sheet}>
        <table className={parts.list}>
          <thead>
            <tr>
              <th>Device</th>
              <th>System</th>
              <th>Blueprint</th>
              <th>Last seen</th>
            </tr>
          </thead>
          <tbody>
            {DEVICES.map(([name, ...rest]) => (
              <tr key={name}>
                <td>
                  <b>{name}</b>
                </td>
                {rest.map((text) => (
                  <td key={text}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
