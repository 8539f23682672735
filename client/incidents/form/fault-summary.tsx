import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../use-view.tsx';
import type { FormFault } from './fault.ts';
import { faultText, fieldLabel } from './fault-text.ts';
import { useFormScope } from './form-scope.ts';
import css from './incident-form.module.css';

function follow(event: MouseEvent, elementId: string): void {
  const element = document.getElementById(elementId);
  if (element === null) return;
  // The address of the page holds its view: a fragment would stay in it.
  event.preventDefault();
  element.focus({ preventScroll: true });
  element.closest('fieldset, section')?.scrollIntoView({ block: 'center' });
}

/** Everything that is wrong, as links to the fields. */
export function FaultSummary({ faults }: { readonly faults: readonly FormFault[] }) {
  const { t } = useTranslation('incidents');
  const { view } = useView();
  const { idOf } = useFormScope();
  if (faults.length === 0) return null;
  return (
    <div className={css.summary} data-testid="fault-summary">
      <h2>{t('form.summary.title', { count: faults.length })}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            <a href={`#${idOf(fault.field)}`} onClick={(event) => follow(event, idOf(fault.field))}>
              {fieldLabel(t, fault.field)}: {faultText(t, fault, view.language)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
