import styles from '../layout.module.css';

export function EmptyPage({ title }: { title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p className={styles.lead}>Nothing here yet.</p>
    </>
  );
}
