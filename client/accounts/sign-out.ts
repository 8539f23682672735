import { eraseDrafts } from '../incidents/form/form-draft.ts';
import { signOut } from './account-api.ts';

/** Ends the session and loads the public map anew: nothing that was fetched stays in memory, and no draft on the device. */
export async function leave(hrefOf: (path: string) => string): Promise<void> {
  eraseDrafts();
  // A session that is over already is no reason to stay.
  await signOut().catch(() => {});
  location.assign(hrefOf('/'));
}
