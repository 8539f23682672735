import { BlockList, isIP } from 'node:net';
import type { HttpContext } from './send.ts';

export type ClientAddressOf = (c: HttpContext) => string | null;

/** `::ffff:10.0.0.1`, as a socket open for both families says it, is 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * Reads the address of the client: the socket's own, or, when that is a trusted proxy, the last address of
 * `X-Forwarded-For` that is none. What stands left of that anybody could have written. Null without a socket.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddressOf {
  const trusted = listOf(trustedProxies);
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (c) => {
    const socket = c.env?.incoming?.socket.remoteAddress;
    if (socket === undefined) return null;
    let address = plain(socket);
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()));
    while (isTrusted(address)) {
      const before = forwarded.pop();
      if (before === undefined || isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

/** One client to the throttle: an IPv4 address, or the /64 that an IPv6 line is given. */
export function clientKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
