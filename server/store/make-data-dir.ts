import { reasonOf, StartFault } from '../fault.ts';
import { makeFolder } from './make-folder.ts';

/** Makes the data folder where it is missing. Throws a StartFault when that cannot be. */
export function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
  } catch (error) {
    throw new StartFault(
      `DATA_DIR=${dataDir} cannot be made (${reasonOf(error)}): choose a folder that may be written.`,
    );
  }
}
