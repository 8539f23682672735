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
const KINDS = 500;

/** One column as it grows. Numbers and texts do not mix in one; null may be among either. */
class ColumnBuilder {
  #numbers = new Float64Array(1024);
  #index = new Int32Array(1024);
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();
  #hasText = false;
  #constant = true;
  #first: Cell = null;
  #count = 0;

  push(cell: Cell): void {
    const at = this.#count;
    if (at === 0) this.#first = cell;
    else if (this.#constant && cell !== this.#first) this.#constant = false;
    if (at === this.#numbers.length) this.#grow();
    if (typeof cell === 'number') this.#numbers[at] = cell;
    else {
      // NaN is null: no column of ours keeps one.
      this.#numbers[at] = Number.NaN;
      this.#index[at] = cell === null ? -1 : this.#number(cell);
    }
    this.#count = at + 1;
  }

  /** In the order given. */
  take(order: Int32Array): PackedColumn {
    if (this.#constant) return { constant: this.#first };
    const { length } = order;
    if (this.#hasText) {
      const index = new Int32Array(length);
      for (let i = 0; i < length; i += 1) index[i] = this.#index[order[i] as number] as number;
      return { texts: this.#texts, index };
    }
    const numbers = new Float64Array(length);
    for (let i = 0; i < length; i += 1) numbers[i] = this.#numbers[order[i] as number] as number;
    return { numbers };
  }

  #number(text: string): number {
    this.#hasText = true;
    const few = this.#texts.length < KINDS;
    const known = few || this.#known.size > 0 ? this.#known.get(text) : undefined;
    if (known !== undefined) return known;
    this.#texts.push(text);
    if (few) this.#known.set(text, this.#texts.length - 1);
    // Hashes: looking them up among the first 500 finds nothing.
    else if (this.#texts.length === KINDS * 2) this.#known.clear();
    return this.#texts.length - 1;
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const index = new Int32Array(this.#index.length * 2);
    index.set(this.#index);
    this.#index = index;
  }
}

/** Rows of one table, gathered by columns; all have the names of the first, in its order. */
export class RowPacker<T extends { readonly [K in keyof T]: Cell }> {
  #names: readonly string[] = [];
  #columns: readonly ColumnBuilder[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(row: T): void {
    const cells: readonly Cell[] = Object.values(row);
    if (this.#count === 0) {
      this.#names = Object.keys(row);
      this.#columns = cells.map(() => new ColumnBuilder());
    }
    for (let i = 0; i < cells.length; i += 1) this.#columns[i]?.push(cells[i] ?? null);
    this.#count += 1;
  }

  /** In the order given: numbers of rows as they were pushed. */
  pack(order: Int32Array): PackedRows {
    return { names: this.#names, columns: this.#columns.map((column) => column.take(order)), count: order.length };
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
