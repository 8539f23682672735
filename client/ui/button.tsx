import type { ComponentProps } from 'react';
import css from './button.module.css';

type Props = Omit<ComponentProps<'button'>, 'className'> & {
  readonly look?: 'plain' | 'primary' | 'quiet';
  /** Square, for one icon; give it an `aria-label`. */
  readonly icon?: boolean;
};

/** A native button in the look of the page. */
export function Button({ look = 'plain', icon = false, type = 'button', ...rest }: Props) {
  const names = [css.button, look === 'plain' ? '' : css[look], icon ? css.icon : ''];
  return <button {...rest} type={type} className={names.filter(Boolean).join(' ')} />;
}
