import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, RowPacker, unpackValues } from '../../../server/store/bulk-pack.ts';

const texts: fc.Arbitrary<Cell> = fc.constantFrom<Cell>('a', 'b', '', null);
const numbers: fc.Arbitrary<Cell> = fc.constantFrom<Cell>(0, -1.5, 2 ** 47, null);
const rows = fc.array(fc.record({ seq: fc.constant(0), t: texts, n: numbers, c: fc.constant('same') }), {
  minLength: 1,
  maxLength: 12,
});

it('what is packed comes out as it was, in the order asked for', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (given, backwards) => {
      const packer = new RowPacker<Record<string, Cell>>();
      for (const row of given) packer.push(row);
      const order = Int32Array.from(given.keys());
      if (backwards) order.reverse();
      const packed = packer.pack(order);
      const values = unpackValues(packed, 0, given.length);
      expect(values).toEqual([...order].flatMap((i) => Object.values(given[i] ?? {})));
    }),
  );
});

it('more texts than are looked up are kept', () => {
  const packer = new RowPacker<Record<string, Cell>>();
  const many = Array.from({ length: 1500 }, (_, i) => `hash ${i % 1200}`);
  for (const t of many) packer.push({ t });
  expect(unpackValues(packer.pack(Int32Array.from(many.keys())), 0, many.length)).toEqual(many);
});
