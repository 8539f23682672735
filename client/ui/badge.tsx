import type { ReactNode } from 'react';
import css from './badge.module.css';

interface Props {
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'accent' | 'caution';
  readonly title?: string;
}

/** A short word in a pill. */
export function Badge({ children, tone = 'plain', title }: Props) {
  return (
    <span className={`${css.badge} ${tone === 'plain' ? '' : css[tone]}`} title={title}>
      {children}
    </span>
  );
}
