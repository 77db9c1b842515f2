import styles from '../layout.module.css';
import ui from '../ui.module.css';

const BLUEPRINTS = ['Standard Mac', 'Engineering', 'Shared iPads'];

export function BlueprintsPage() {
  return (
    <>
      <h1>Blueprints</h1>
      <p className={styles.lead}>What a device gets when it is enrolled</p>
      {BLUEPRINTS.map((name) => (
        <section key={name} className={ui.card}>
          <div className={ui.cardHead}>
            <h2>{name}</h2>
            <p>Assignments, apps and parameters</p>
          </div>
        </section>
      ))}
    </>
  );
}
