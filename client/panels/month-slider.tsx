import { Pause, Play } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { monthsBetween, windowEndingAt } from '../month-window.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import type { IncidentView } from '../view.ts';
import css from './incidents-panel.module.css';

const WINDOWS = { w1: 1, w3: 3, w12: 12 } as const;
type WindowName = keyof typeof WINDOWS;

/** One step of the animation; slow enough to read a month, slower for those who want less motion. */
const STEP_MS = { normal: 900, reduced: 2500 } as const;

interface Props {
  /** First and last month of the set. */
  readonly months: readonly [string, string];
  readonly chosen: IncidentView;
  readonly onChange: (part: Partial<IncidentView>) => void;
}

/** A window of months that a slider, or play, moves over the set. */
export function MonthSlider({ months: [first, final], chosen, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [playing, setPlaying] = useState(false);
  const months = useMemo(() => monthsBetween(first, final), [first, final]);
  const last = months.length - 1;
  const all = chosen.fromMonth === null && chosen.toMonth === null;
  const end = chosen.toMonth === null ? last : Math.max(0, months.indexOf(chosen.toMonth));
  const start = chosen.fromMonth === null ? 0 : Math.max(0, months.indexOf(chosen.fromMonth));
  const span = end - start + 1;
  const window: WindowName = span <= 1 ? 'w1' : all || span <= 3 ? 'w3' : 'w12';
  const moveTo = (index: number, name: WindowName = window): void =>
    onChange(windowEndingAt(months, index, WINDOWS[name]));

  useEffect(() => {
    if (!playing) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setTimeout(
      () => onChange(windowEndingAt(months, all || end >= last ? 0 : end + 1, WINDOWS[window])),
      calm ? STEP_MS.reduced : STEP_MS.normal,
    );
    return () => clearTimeout(timer);
  }, [playing, months, all, end, last, window, onChange]);

  return (
    <>
      <SelectField
        label={t('incidents.window')}
        value={all ? 'all' : window}
        onChange={(value) => {
          if (value === 'w1' || value === 'w3' || value === 'w12') return moveTo(end, value);
          setPlaying(false);
          onChange({ fromMonth: null, toMonth: null });
        }}
      >
        {(['all', 'w1', 'w3', 'w12'] as const).map((name) => (
          <option key={name} value={name}>
            {t(`incidents.windows.${name}`)}
          </option>
        ))}
      </SelectField>
      <div className={css.month}>
        <label htmlFor={id}>{t('incidents.until')}</label>
        <Button
          icon
          aria-label={t(playing ? 'incidents.pause' : 'incidents.play')}
          onClick={() => setPlaying((before) => !before)}
        >
          {playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={last}
          step={1}
          value={end}
          aria-valuetext={format.date(months[end] ?? '')}
          onChange={(event) => moveTo(event.currentTarget.valueAsNumber)}
        />
        <output className={css.period} htmlFor={id}>
          {t('incidents.period', { from: format.date(months[start] ?? ''), to: format.date(months[end] ?? '') })}
        </output>
      </div>
    </>
  );
}
