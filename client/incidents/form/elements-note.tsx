import { Check, CircleDashed, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isApart } from '../../../domain/incident.ts';
import { ELEMENTS, type ElementState, elementsHint } from './elements-hint.ts';
import type { FormValues } from './form-values.ts';
import css from './incident-form.module.css';

const ICON: Readonly<Record<ElementState, typeof Check>> = { filled: Check, empty: CircleDashed, notNeeded: Minus };

/** Which elements are still missing, as three marks to see and one sentence that is read out when it changes. */
export function ElementsNote({ values }: { readonly values: FormValues }) {
  const { t } = useTranslation('incidents');
  const { states, missing, child } = elementsHint(values);
  const sentence = (): string => {
    const list = missing.map((element) => t(`form.field.${element}`).toLowerCase()).join(', ');
    if (missing.length > 0) return t('form.elements.missing', { list });
    if (isApart(values.stage)) return t('form.elements.apart');
    return t(states.means === 'notNeeded' ? 'form.elements.completeChild' : 'form.elements.complete');
  };
  const childNote = (): string | null => {
    if (states.means === 'filled' || isApart(values.stage)) return null;
    if (child === 'yes') return missing.length > 0 ? t('form.elements.child') : null;
    return child === 'no' ? null : t('form.elements.childUnknown');
  };
  return (
    <div className={css.elements}>
      <ul className={css.marks} aria-hidden="true">
        {ELEMENTS.map((element) => {
          const state = states[element];
          const Icon = ICON[state];
          return (
            <li key={element} data-state={state}>
              <Icon size={16} />
              <span>
                {t(`form.field.${element}`)}
                <small>{t(`form.elements.${state}`)}</small>
              </span>
            </li>
          );
        })}
      </ul>
      <p aria-live="polite" className={css.elementsText}>
        {sentence()} {childNote()}
      </p>
      <p className={css.hint}>{t('form.elements.note')}</p>
    </div>
  );
}
