/** A source file that cannot be used. The message is one line that names the file and, for CSV, row and column. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
}
