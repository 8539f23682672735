import { type AccountCommand, byCommand, withAccount } from './account-command.ts';
import { oneTimeLink } from './one-time-link.ts';

/**
 * `npm run account:reset -- EMAIL`: what whoever runs the machine does when the only admin has lost the phone. Takes
 * password, second factor and sessions away and prints a new one-time link. Throws a StartFault with what to mend.
 */
export function resetAccount(command: AccountCommand): Promise<void> {
  const { settings, now, print } = command;
  return withAccount('account:reset', command, async ({ users }, user) => {
    const { link, invitation } = oneTimeLink(settings.baseUrl, user.id, now);
    await users.reset(user.id, invitation, byCommand('user_reset', user.id, now));
    print(
      `Password, second factor and sessions of ${user.email} are gone. This link sets them anew, once, within 72 hours:`,
    );
    print(link);
    if (user.role === 'satgas') print('Afterwards a member of the Satgas must confirm the account (/account).');
  });
}
