import { StartFault } from '../fault.ts';
import { type AccountCommand, byCommand, withAccount } from './account-command.ts';

/**
 * `npm run account:confirm -- EMAIL`: confirms a satgas when no member of the Satgas is left who could. Throws a
 * StartFault with what to mend, also when there is one: then it is that one's to do.
 */
export function confirmAccount(command: AccountCommand): Promise<void> {
  const { now, print } = command;
  return withAccount('account:confirm', command, async ({ colleagues }, { id, email, role, unconfirmed, locked }) => {
    if (role !== 'satgas') throw new StartFault(`${email} is ${role}: only a satgas is confirmed.`);
    if (!unconfirmed) throw new StartFault(`${email} is confirmed already.`);
    if (locked) throw new StartFault(`${email} is locked: an admin unlocks it on /admin first.`);
    const others = await colleagues.confirmers();
    if (others > 0) {
      throw new StartFault(
        `${others} confirmed member(s) of the Satgas can do this on /account; this command is for when none is left.`,
      );
    }
    const result = await colleagues.confirm(id, null, byCommand('colleague_confirmed', id, now));
    if (result !== 'done') {
      throw new StartFault(
        `${email} has no password or no second factor yet: its owner signs in first, then run this.`,
      );
    }
    print(`${email} is confirmed as a member of the Satgas and may read cases. It stands in the audit log.`);
  });
}
