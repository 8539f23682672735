import { type ReactNode, useId } from 'react';
import css from './section.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly heading?: 'h2' | 'h3';
}

/** A titled part of a panel. */
export function Section({ title, children, heading: Heading = 'h2' }: Props) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <Heading id={id} className={css.title}>
        {title}
      </Heading>
      <div className={css.body}>{children}</div>
    </section>
  );
}

/** A titled part that is closed until asked for; its state is the reader's own. */
export function Disclosure({
  title,
  children,
  open = false,
  heading: Heading = 'h2',
}: Props & { readonly open?: boolean }) {
  return (
    <details className={css.section} open={open}>
      <summary className={css.summary}>
        <Heading className={css.title}>{title}</Heading>
      </summary>
      <div className={css.body}>{children}</div>
    </details>
  );
}
