import css from '../shell.module.css';

export function QuietPage({ title }: { title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p className={css.intro}>There is nothing here in the lab.</p>
    </>
  );
}
