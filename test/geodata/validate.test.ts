import { describe, expect, it } from 'vitest';
import { readSource, type Source } from '../../geodata/source.ts';
import { CHECKS, validate } from '../../geodata/validate.ts';
import { BROKEN_GROUND, OVERLAP } from './broken-ground.ts';
import { BROKEN_TABLES } from './broken-tables.ts';
import { corner, evidenceRow, place, populationRow, smallSource } from './small-source.ts';

const BROKEN = [...BROKEN_GROUND, ...BROKEN_TABLES];

function findingsOf(name: string, source: Source) {
  return validate(
    source,
    CHECKS.filter((check) => check.name === name),
  );
}

describe('a sound source', () => {
  it('passes every check: the real one has no error and two notes', () => {
    const findings = validate(readSource('geodata/source'));
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual(['places-inside-city', 'evidence-dates']);
  });

  it('passes every check but the size of the city when it is a toy', () => {
    expect(validate(smallSource()).map(({ check }) => check)).toEqual(['official-area']);
  });

  it('runs checks of different names', () => {
    const names = CHECKS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('each check fails by its own name', () => {
  it.each(BROKEN)('%s: %s', (name, _what, broken, message) => {
    const errors = findingsOf(name, broken(smallSource())).filter(({ level }) => level === 'error');
    expect(errors.map(({ check }) => check)).toContain(name);
    expect(errors.map((finding) => finding.message).join('\n')).toMatch(message);
  });

  it('covers every check there is', () => {
    expect(new Set(BROKEN.map(([name]) => name))).toEqual(new Set(CHECKS.map(({ name }) => name)));
  });

  it('hands over the geometry of what is broken on the ground', () => {
    const [finding] = findingsOf('no-overlaps', OVERLAP(smallSource()));
    expect(finding?.geometry?.type).toBe('Polygon');
    expect(finding?.areaCodes).toEqual(['64.71.01.1001', '64.71.01.1002']);
  });

  it('turns a check that breaks down into a finding of its own name', () => {
    const breaks = {
      name: 'breaks',
      run: () => {
        throw new Error('no ring');
      },
    };
    expect(validate(smallSource(), [breaks])).toEqual([
      { check: 'breaks', level: 'error', message: 'the check could not finish: no ring' },
    ]);
  });
});

describe('what is flagged but does not stop the build', () => {
  it('counts rows without a date', () => {
    const source = { ...smallSource(), evidence: [evidenceRow({ source_date: 'tanpa tanggal' })] };
    expect(findingsOf('evidence-dates', source)).toEqual([
      { check: 'evidence-dates', level: 'warning', message: '1 rows are tanpa tanggal: EV001' },
    ]);
  });

  const untold = [populationRow({ stated_total: '' }), populationRow({ code: '64.71.02', stated_total: '' }, 3)];
  const city = populationRow({ code: '64.71', level: 'kota', population: '299' }, 4);
  it.each([
    ['a period with half of the kecamatan', [populationRow()], /only 1 kecamatan/],
    ['a source without a total', untold, /gives no total for the sum 200/],
    ["a city's row that disagrees", [...smallSource().population, city], /up to 300, the city's own row says 299/],
  ])('%s', (_what, population, message) => {
    const findings = findingsOf('population-sums', { ...smallSource(), population });
    expect(findings.map(({ level }) => level)).toEqual(['warning']);
    expect(findings[0]?.message).toMatch(message);
  });

  it('lets a pier lie up to 500 m off the land', () => {
    const source = { ...smallSource(), places: [place('pier', corner(0.5, 1.3))] };
    expect(findingsOf('places-inside-city', source)[0]?.level).toBe('warning');
  });
});
