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

/** One column of rows in the order given. Numbers and texts do not mix in one; null may be among either. */
function packColumn(rows: readonly (readonly Cell[])[], column: number, order: Int32Array): PackedColumn {
  const { length } = order;
  const first = rows[order[0] ?? 0]?.[column] ?? null;
  const numbers = new Float64Array(length);
  let constant = true;
  for (let i = 0; i < length; i += 1) {
    const cell = (rows[order[i] as number] as readonly Cell[])[column] as Cell;
    if (cell !== first) constant = false;
    // A text anywhere makes it a column of texts, also where the first is one and null comes after it.
    if (typeof cell === 'string' || typeof first === 'string') {
      if (constant) continue;
      return packTexts(rows, column, order);
    }
    // NaN is null: no column of ours keeps one.
    numbers[i] = cell === null ? Number.NaN : cell;
  }
  return constant ? { constant: first } : { numbers };
}

function packTexts(rows: readonly (readonly Cell[])[], column: number, order: Int32Array): PackedColumn {
  const { length } = order;
  const texts: string[] = [];
  const index = new Int32Array(length);
  const known = new Map<string, number>();
  for (let i = 0; i < length; i += 1) {
    const cell = (rows[order[i] as number] as readonly Cell[])[column] as string | null;
    if (cell === null) {
      index[i] = -1;
      continue;
    }
    let at = texts.length < KINDS ? known.get(cell) : undefined;
    if (at === undefined) {
      at = texts.length;
      texts.push(cell);
      if (at < KINDS) known.set(cell, at);
    }
    index[i] = at;
  }
  return { texts, index };
}

/** Rows of one table, gathered by columns; all have the names of the first, in its order. */
export class RowPacker<T extends { readonly [K in keyof T]: Cell }> {
  #names: readonly string[] = [];
  readonly #rows: (readonly Cell[])[] = [];

  get count(): number {
    return this.#rows.length;
  }

  push(row: T): void {
    if (this.#rows.length === 0) this.#names = Object.keys(row);
    this.#rows.push(Object.values(row));
  }

  /** In the order given: numbers of rows as they were pushed. */
  pack(order: Int32Array): PackedRows {
    const columns = this.#names.map((_name, column) => packColumn(this.#rows, column, order));
    return { names: this.#names, columns, count: order.length };
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
