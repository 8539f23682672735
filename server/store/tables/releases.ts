/** What planners were ever shown of the incidents. */
export interface ReleaseTables {
  /** Rows are added and read, never changed or deleted. */
  readonly band_release: {
    /** 1, 2, 3 … without a gap. */
    seq: number;
    at: string;
    name: string;
    /** The bytes that were served. */
    body: string;
    /** SHA-256 of `body`, hexadecimal. */
    hash: string;
    /** JSON of the figures as an attacker reads them. */
    cells: string;
  };
}
