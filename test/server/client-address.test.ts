import { describe, expect, it } from 'vitest';
import { clientAddress, clientKey } from '../../server/http/client-address.ts';
import type { HttpContext } from '../../server/http/send.ts';

function addressOf(trusted: readonly string[], socket: string | undefined, forwarded?: string): string | null {
  const env = socket === undefined ? {} : { incoming: { socket: { remoteAddress: socket } } };
  const header = (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined);
  return clientAddress(trusted)({ env, req: { header } } as unknown as HttpContext);
}

describe('the address of a client', () => {
  it.each([
    ['nobody is trusted: the header is not believed', [], '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['a stranger is not believed', ['10.0.0.1'], '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['a trusted proxy is', ['10.0.0.1'], '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['in a range', ['10.0.0.0/8'], '10.9.9.9', '198.51.100.1', '198.51.100.1'],
    ['on a socket for both families', ['10.0.0.0/8'], '::ffff:10.9.9.9', '198.51.100.1', '198.51.100.1'],
    ['IPv6', ['fd00::/8'], 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['what the client wrote itself is left of it', ['10.0.0.1'], '10.0.0.1', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['two proxies', ['10.0.0.0/8'], '10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['no header', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
    ['no address in it', ['10.0.0.1'], '10.0.0.1', 'unknown', '10.0.0.1'],
    ['everybody is a proxy', ['0.0.0.0/0'], '10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['no socket', ['10.0.0.1'], undefined, '1.2.3.4', null],
  ] as const)('%s', (_why, trusted, socket, forwarded, expected) => {
    expect(addressOf(trusted, socket, forwarded)).toBe(expected);
  });
});

describe('one client to the throttle', () => {
  it.each([
    ['203.0.113.5', '203.0.113.5'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, expected) => {
    expect(clientKey(address)).toBe(expected);
  });
});
