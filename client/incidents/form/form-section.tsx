import type { ReactNode } from 'react';
import css from './incident-form.module.css';

interface Props {
  readonly title: string;
  /** Says that the section may stay empty. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** A titled part of the form: title beside it on a desk, above it on a phone. */
export function FormSection({ title, note, children }: Props) {
  return (
    <section className={css.section}>
      <h2 className={css.sectionTitle}>
        {title}
        {note !== undefined && <span className={css.optional}> ({note})</span>}
      </h2>
      <div className={css.body}>{children}</div>
    </section>
  );
}
