import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../domain/evidence.ts';
import { FACTORS } from '../../../domain/factor.ts';
import { METHOD_V1 } from '../../../domain/method.ts';
import { assess } from '../../../domain/risk/assess.ts';
import { explain } from '../../../domain/risk/explain.ts';
import { row } from '../evidence-row.ts';
import { readings, type Sketch } from '../readings-sketch.ts';

const rows = (over: Partial<Evidence>[] = []) =>
  new Map(FACTORS.map((factor, i) => [`EV90${i}`, row({ id: `EV90${i}`, factor, ...over[i] })] as const));

function sentences(sketch: Sketch, evidence = rows()) {
  const known = readings(sketch);
  const assessment = assess(new Map([['a', known]]), METHOD_V1, FACTORS).get('a');
  if (assessment === undefined) throw new Error('no assessment');
  return explain('Wilayah Uji', assessment, known, evidence);
}

describe('explain', () => {
  it('nothing known', () => {
    expect(sentences({})).toEqual({
      id: 'Wilayah Uji belum dinilai: tidak satu pun dari 6 faktor punya bukti sendiri, dan itu bukan berarti rendah.',
      en: 'Wilayah Uji is not assessed: none of the 6 factors has evidence of its own, and that does not mean low.',
    });
  });

  it('under the gate', () => {
    const text = sentences({ trade: 'named' });
    expect(text.id).toBe(
      'Wilayah Uji: data belum cukup untuk tingkat kerawanan; yang diketahui kawasan perdagangan (disebut sebagai alasan) menurut pernyataan kantor resmi yang dimuat Kantor Uji; belum dinilai: kawasan hiburan, akses lintas provinsi, wisata alam, pekerja RDMP dan pintu gerbang IKN (belum dinilai bukan berarti rendah).',
    );
    expect(text.en).toContain('not enough data for a risk level; what is known is trade areas (named as a reason)');
  });

  it('two classes, strongest factor first, one gap', () => {
    const text = sentences({
      trade: 'present',
      inter_provincial_access: 'principal',
      nature_tourism: 'principal',
      rdmp_workers: 'principal',
      ikn_gateway: 'principal',
    });
    expect(text.id).toMatch(
      /^Kerawanan Wilayah Uji sedang–tinggi \(5,4–9,6 dari 10\): akses lintas provinsi \(utama se-kota\), .* dan kawasan perdagangan \(ada\) menurut/,
    );
    expect(text.id).toContain('belum dinilai: kawasan hiburan (');
    expect(text.en).toMatch(/^Risk in Wilayah Uji is medium–high \(5\.4–9\.6 of 10\): inter-provincial access/);
  });

  it('three classes cannot be told apart', () => {
    expect(sentences({ entertainment: 'named', trade: 'named', rdmp_workers: 'limited' }).id).toContain(
      'tidak dapat dibedakan dari rendah sampai tinggi (1,7–9,2 dari 10)',
    );
  });

  it('reads as a sentence in English for every width', () => {
    expect(sentences({ entertainment: 'named', trade: 'named', rdmp_workers: 'limited' }).en).toMatch(
      /^Risk in Wilayah Uji cannot be told apart between low and high \(1\.7–9\.2 of 10\): /,
    );
  });

  it('one class and every factor known', () => {
    const all = Object.fromEntries(FACTORS.map((factor) => [factor, 'principal'])) as Sketch;
    expect(sentences(all).id).toContain('tinggi (7,5–10,0 dari 10)');
    expect(sentences(all).id).toContain('semua faktor sudah berbukti');
    expect(sentences(all).en).toContain('every factor has evidence');
  });

  it.each([
    ['C', 'B', 'pernyataan kantor resmi serta pers atau data terbuka'],
    ['C', 'C', 'pers atau data terbuka, yaitu Kantor Uji'],
    ['A', 'A', 'statistik atau survei resmi'],
    ['D', 'B', 'simpulan, sebagian tanpa sumber langsung'],
  ] as const)('names the voice of grades %s and %s', (first, second, voice) => {
    expect(
      sentences({ entertainment: 'named', trade: 'named' }, rows([{ grade: first }, { grade: second }])).id,
    ).toContain(voice);
  });

  it('names two publishers and counts the rest', () => {
    const evidence = rows(['Satu', 'Dua', 'Tiga'].map((sourcePublisher) => ({ sourcePublisher })));
    const text = sentences({ entertainment: 'named', trade: 'named', inter_provincial_access: 'named' }, evidence);
    expect(text.id).toContain('yang dimuat Satu, Dua dan 1 penerbit lain');
    expect(text.en).toContain('as carried by Satu, Dua and 1 more publisher');
  });
});
