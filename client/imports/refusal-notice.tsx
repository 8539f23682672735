import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { problemText, type Refusal } from './import-text.ts';

/** Why something was not taken, and where in the file. */
export function RefusalNotice(props: { readonly error?: unknown; readonly refusal?: Refusal }) {
  const { t } = useTranslation('imports');
  const { text, places } = props.refusal ?? problemText(t, props.error);
  return (
    <div role="alert">
      <Notice tone="caution">
        <p>{text}</p>
        {places.length > 0 && (
          <ul>
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
