import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './notice.module.css';

/** A remark that must be seen; `live` announces it when it appears. */
export function Notice({
  children,
  tone = 'plain',
  live = false,
}: {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'caution';
  readonly live?: boolean;
}) {
  return (
    <div className={`${css.notice} ${tone === 'caution' ? css.caution : ''}`} role={live ? 'status' : undefined}>
      {children}
    </div>
  );
}

/** Something is on its way; `silent` where another live region says so. */
export function Loading({ label, silent = false }: { readonly label: string; readonly silent?: boolean }) {
  return (
    <div className={css.loading} role={silent ? undefined : 'status'}>
      <span className={css.dots} aria-hidden="true" />
      {label}
    </div>
  );
}

/** A page that could not be shown: what went wrong, and one way on. */
export function FailedPage(props: {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly onAction: () => void;
}) {
  return (
    <div className={css.state} role="alert">
      <h1>{props.title}</h1>
      <p>{props.detail}</p>
      <Button look="primary" onClick={props.onAction}>
        {props.action}
      </Button>
    </div>
  );
}
