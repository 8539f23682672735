import { Notice } from '../ui/notice.tsx';
import css from './incidents.module.css';

/** What has just been done, to see and, since the place is always there, to hear. Null: nothing yet. */
export function News({ text }: { readonly text: string | null }) {
  return (
    <div role="status" className={css.news}>
      {text !== null && <Notice>{text}</Notice>}
    </div>
  );
}
