/** A value of a row as the driver takes it. */
export type Cell = string | number | null;

/** A column without its repetitions, cheap to hand to another thread: a constant, numbers, or texts by number. */
export type PackedColumn =
  | { readonly constant: Cell }
  | { readonly numbers: Float64Array<ArrayBuffer> }
  | { readonly texts: readonly string[]; readonly index: Int32Array<ArrayBuffer> };

export interface PackedRows {
  readonly names: readonly string[];
  readonly columns: readonly PackedColumn[];
  readonly count: number;
}

/** Texts that are looked up before they are kept again; of more kinds each is taken for new, as hashes are. */
const KINDS = 4_000;
const FIRST_ROOM = 2_048;

/**
 * A column that grows. Nothing of a row is held but numbers: 25,000 rows of objects would be copied by the garbage
 * collector twice. Numbers and texts do not mix in one; null may be among either.
 */
class Column {
  #first: Cell = null;
  #constant = true;
  #isText = false;
  /** NaN is null: no column of ours keeps one. Of texts, which one. */
  #numbers = new Float64Array(FIRST_ROOM);
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();

  set(row: number, cell: Cell): void {
    if (row === 0) this.#first = cell;
    if (this.#constant) {
      if (cell === this.#first) return;
      this.#constant = false;
      this.#make(row);
      this.#numbers.fill(this.#numberOf(this.#first), 0, row);
    }
    if (row >= this.#numbers.length) this.#make(row);
    this.#numbers[row] = typeof cell === 'number' ? cell : this.#numberOf(cell);
  }

  pack(order: Int32Array): PackedColumn {
    if (this.#constant) return { constant: this.#first };
    const { length } = order;
    const numbers = this.#numbers;
    if (!this.#isText) {
      const packed = new Float64Array(length);
      for (let i = 0; i < length; i += 1) packed[i] = numbers[order[i] as number] as number;
      return { numbers: packed };
    }
    const index = new Int32Array(length);
    for (let i = 0; i < length; i += 1) {
      const text = numbers[order[i] as number] as number;
      index[i] = Number.isNaN(text) ? -1 : text;
    }
    return { texts: this.#texts, index };
  }

  /** Room for a row of this number and as many again. */
  #make(row: number): void {
    const before = this.#numbers;
    if (row < before.length) return;
    this.#numbers = new Float64Array(Math.max(row + 1, before.length) * 2);
    this.#numbers.set(before);
  }

  #numberOf(cell: Cell): number {
    if (typeof cell === 'number') return cell;
    if (cell === null) return Number.NaN;
    this.#isText = true;
    let at = this.#texts.length < KINDS ? this.#known.get(cell) : undefined;
    if (at === undefined) {
      at = this.#texts.push(cell) - 1;
      if (at < KINDS) this.#known.set(cell, at);
    }
    return at;
  }
}

/** Rows of one table, gathered by columns; all have the names of the first, in its order. */
export class RowPacker<T extends { readonly [K in keyof T]: Cell }> {
  #names: readonly string[] = [];
  #columns: readonly Column[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(row: T): void {
    if (this.#count === 0) {
      this.#names = Object.keys(row);
      this.#columns = this.#names.map(() => new Column());
    }
    const cells: readonly Cell[] = Object.values(row);
    for (let c = 0; c < cells.length; c += 1) this.#columns[c]?.set(this.#count, cells[c] ?? null);
    this.#count += 1;
  }

  /** In the order given: numbers of rows as they were pushed. */
  pack(order: Int32Array): PackedRows {
    return { names: this.#names, columns: this.#columns.map((column) => column.pack(order)), count: order.length };
  }
}

/** The values of rows `from` to `to` (not included), row after row. */
export function unpackValues({ names, columns }: PackedRows, from: number, to: number): Cell[] {
  const width = names.length;
  const values = new Array<Cell>((to - from) * width);
  for (let c = 0; c < width; c += 1) {
    const column = columns[c];
    if (column === undefined) continue;
    let at = c;
    if ('constant' in column) {
      for (let i = from; i < to; i += 1, at += width) values[at] = column.constant;
    } else if ('numbers' in column) {
      for (let i = from; i < to; i += 1, at += width) {
        const number = column.numbers[i] as number;
        values[at] = Number.isNaN(number) ? null : number;
      }
    } else {
      for (let i = from; i < to; i += 1, at += width) {
        values[at] = column.texts[column.index[i] as number] ?? null;
      }
    }
  }
  return values;
}

/** The memory that may change hands instead of being copied. */
export function transferable({ columns }: PackedRows): ArrayBuffer[] {
  return columns.flatMap((column) => {
    if ('numbers' in column) return [column.numbers.buffer];
    return 'index' in column ? [column.index.buffer] : [];
  });
}
