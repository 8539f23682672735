import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FACTORS, type Factor } from '../../domain/factor.ts';
import type { Dominance } from '../../domain/risk/dominate.ts';
import { useAtlas } from '../atlas.tsx';
import { countDominance } from '../model.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Disclosure } from '../ui/section.tsx';
import { useView } from '../use-view.tsx';
import { DEFAULT_WEIGHTS, WEIGHT_MAX } from '../view.ts';
import css from './weights-panel.module.css';

const DOMINANCE = [
  { kind: 'certain', word: 'weights.certain', note: 'weights.certainNote' },
  { kind: 'weight_dependent', word: 'weights.weightDependent', note: 'weights.weightDependentNote' },
  { kind: 'tie', word: 'weights.tie', note: 'weights.tieNote' },
] as const satisfies readonly { kind: Dominance; word: string; note: string }[];

/** A slider per factor; a move is scored in the browser, without a request. */
export function WeightsPanel() {
  const { t } = useTranslation();
  const { view, change } = useView();
  const { factors } = useAtlas();
  // On a phone the tab has been the question already.
  const [isPhone] = useState(() => matchMedia('(max-width: 720px)').matches);
  const [refused, setRefused] = useState(false);
  const move = (factor: Factor, value: number): void => {
    const weights = { ...view.weights, [factor]: value };
    const nothingLeft = factors.every((used) => weights[used] === 0);
    setRefused(nothingLeft);
    if (!nothingLeft) change({ weights });
  };
  const equal = FACTORS.every((factor) => view.weights[factor] === view.weights.entertainment);
  return (
    <Disclosure title={t('weights.title')} open={isPhone}>
      <p className={css.note}>{t('weights.intro')}</p>
      {FACTORS.map((factor) => (
        <WeightSlider
          key={factor}
          factor={factor}
          value={view.weights[factor]}
          used={factors.includes(factor)}
          onMove={(value) => move(factor, value)}
        />
      ))}
      {refused && (
        <Notice tone="caution" live>
          {t('weights.allZero')}
        </Notice>
      )}
      {!equal && <Notice>{t('weights.changed')}</Notice>}
      <Button
        disabled={equal}
        onClick={() => {
          setRefused(false);
          change({ weights: DEFAULT_WEIGHTS });
        }}
      >
        {t('weights.equal')}
      </Button>
      <DominanceSummary />
    </Disclosure>
  );
}

function WeightSlider(props: {
  readonly factor: Factor;
  readonly value: number;
  readonly used: boolean;
  readonly onMove: (value: number) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={css.row}>
      <label htmlFor={id}>
        {t(`factor.${props.factor}`)} {!props.used && <span className={css.unused}>({t('weights.notUsed')})</span>}
      </label>
      <output htmlFor={id}>{props.value}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={WEIGHT_MAX}
        step={1}
        value={props.value}
        aria-valuetext={t('weights.value', { value: props.value })}
        onChange={(event) => props.onMove(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

function DominanceSummary() {
  const { t } = useTranslation();
  const { view } = useView();
  const { rows, factors } = useAtlas();
  const counts = useMemo(() => countDominance(rows[view.level], factors), [rows, factors, view.level]);
  const total = counts.certain + counts.weight_dependent + counts.tie;
  return (
    <div className={css.counts}>
      <h3>{t('weights.dominance')}</h3>
      {total === 0 ? (
        <p>{t('weights.noPairs')}</p>
      ) : (
        <>
          <p>{t('weights.dominanceIntro', { total })}</p>
          <dl className={css.counts}>
            {DOMINANCE.map(({ kind, word, note }) => (
              <div key={kind}>
                <dt>{counts[kind]}</dt>
                <dd>
                  {t(word)} <small>{t(note)}</small>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
