import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftTime } from '../../../../client/incidents/form/draft-time.ts';
import { draftOf, valuesOfDraft } from '../../../../client/incidents/form/draft-values.ts';
import { eraseDraft, eraseDrafts, readDraft, saveDraft } from '../../../../client/incidents/form/form-draft.ts';
import { emptyValues, type FormValues, valuesOf } from '../../../../client/incidents/form/form-values.ts';
import { CITY_HALL, FILLED, KELURAHAN, SEND_KEY, withPlace } from './filled.ts';

const NOW = new Date('2026-11-24T02:32:00.000Z');
const START = emptyValues('2026', SEND_KEY);
const locate = () => KELURAHAN;

/** Enough of the browser's storage: its keys are its own properties. */
function storage() {
  const kept: Record<string, string> = {};
  const hide = { enumerable: false };
  return Object.defineProperties(kept, {
    getItem: { ...hide, value: (key: string) => kept[key] ?? null },
    setItem: {
      ...hide,
      value: (key: string, text: string) => {
        kept[key] = text;
      },
    },
    removeItem: {
      ...hide,
      value: (key: string) => {
        delete kept[key];
      },
    },
  });
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function keepAndRead(values: FormValues, record = START): FormValues | null {
  expect(saveDraft('u1', draftOf(values, locate, NOW))).toBe(true);
  const draft = readDraft('u1', NOW);
  return draft === null ? null : valuesOfDraft(draft, record, 'id');
}

describe('a draft', () => {
  it('gives back what was in the form', () => {
    expect(keepAndRead(FILLED)).toEqual(FILLED);
    expect(keepAndRead(START)).toEqual(START);
  });

  it.each(['yes', 'unknown', null] as const)('keeps no point while a child may be involved (%s)', (childInvolved) => {
    const back = keepAndRead({ ...FILLED, childInvolved });
    expect(back?.places[0]).toMatchObject({ way: 'area', kelurahan: KELURAHAN, kecamatan: '64.71.05', longitude: '' });
    expect(JSON.stringify(localStorage)).not.toMatch(/116[.,]|1[.,]26/);
  });

  it('keeps nothing of a coordinate that is no number', () => {
    const name = 'Budi Santoso';
    const back = keepAndRead(withPlace({ way: 'point', longitude: name, latitude: name }));
    expect(JSON.stringify(localStorage)).not.toContain(name);
    expect(back?.places[0]).toMatchObject({ way: 'point', longitude: '', latitude: '' });
  });

  it('has no field for the LP number or any other text', () => {
    const draft = draftOf(FILLED, locate, NOW);
    expect(() => saveDraft('u1', Object.assign({}, draft, { lpNumber: 'LP/B/123/XI/2025' }))).toThrow();
    expect(() => saveDraft('u1', Object.assign({}, draft, { savedAt: 'Budi' }))).toThrow();
    expect(() => saveDraft('u1', Object.assign({}, draft, { year: 'Budi' }))).toThrow();
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('takes places that stay as they are from the record', () => {
    const record = valuesOf(
      {
        month: '2026-10',
        day: null,
        acts: ['recruit'],
        means: [],
        purposes: ['other'],
        source: 'media',
        stage: 'suspected',
        platforms: [],
        places: [{ role: 'transit', precision: 'point', areaCode: KELURAHAN, point: [116.8312, -1.2654] }],
        victims: '1',
        suspects: '1',
        childInvolved: 'no',
        lpNumber: null,
      },
      'id',
    );
    expect(keepAndRead({ ...record, childInvolved: 'yes' }, record)?.places).toEqual(record.places);
    expect(record.places[0]).toMatchObject(CITY_HALL);
  });

  it('is of its key alone, and gone when erased, at sign-out, after a week or when it was tampered with', () => {
    const draft = draftOf(FILLED, locate, NOW);
    saveDraft('u1', draft);
    saveDraft('u2', draft);
    localStorage.setItem('petarawan.other', 'stays');
    eraseDraft('u1');
    expect(readDraft('u1', NOW)).toBeNull();
    expect(readDraft('u2', NOW)).toEqual(draft);
    expect(readDraft('u2', new Date('2026-12-02T00:00:00Z'))).toBeNull();
    saveDraft('u3', draft);
    saveDraft('u4', draft);
    eraseDrafts();
    expect(Object.keys(localStorage)).toEqual(['petarawan.other']);
    localStorage.setItem('petarawan.incident-draft.u5', JSON.stringify({ ...draft, note: 'x' }));
    expect(readDraft('u5', NOW)).toBeNull();
    expect(Object.keys(localStorage)).toEqual(['petarawan.other']);
  });

  it('is said not to be kept when the browser refuses', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new Error('full');
      },
    });
    expect(saveDraft('u1', draftOf(FILLED, locate, NOW))).toBe(false);
    expect(readDraft('u1', NOW)).toBeNull();
  });
});

describe('draftTime', () => {
  it('is the hour of the city, with the day when it is another one', () => {
    expect(draftTime(NOW.toISOString(), new Date('2026-11-24T15:00:00Z'), 'id')).toBe('10.32');
    expect(draftTime(NOW.toISOString(), new Date('2026-11-24T16:30:00Z'), 'id')).toBe('24 November 10.32');
    expect(draftTime(NOW.toISOString(), NOW, 'en')).toBe('10:32');
  });
});
