import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRIES_PER_ACCOUNT, TRIES_PER_ADDRESS, TRIES_PER_PAIR } from '../../../server/accounts/throttle.ts';
import { totpCode } from '../../running/totp.ts';
import { ADMIN, answerOf, type Enrolled, type House, later, makeFirstAdmin, openHouse } from './house.ts';
import { type Visitor, visitor } from './visitor.ts';

let house: House;
let admin: Enrolled;
beforeAll(async () => {
  house = await openHouse();
  admin = await makeFirstAdmin(house);
});
afterAll(() => house.close());

const WINDOW_MINUTES = 15;
const UNKNOWN = 'tidak.ada@example.invalid';

/** An address of its own for each guess: what a botnet has. */
let addresses = 0;
function stranger() {
  addresses += 1;
  return visitor(house, `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`);
}

interface Guess {
  readonly minute: number;
  readonly status: number;
  readonly body: string;
}

/** Guesses of a password, spread evenly over some minutes. */
async function guess(
  email: string,
  { count, overMinutes, from }: { count: number; overMinutes: number; from: () => Visitor },
): Promise<readonly Guess[]> {
  const guesses: Guess[] = [];
  for (let i = 0; i < count; i += 1) {
    const response = await from().post('/api/sign-in', { email, password: `tebakan ke-${i} yang panjang` });
    guesses.push({ minute: (i * overMinutes) / count, status: response.status, body: await response.text() });
    later(house, overMinutes / count);
  }
  return guesses;
}

/** The most answers other than 429 within any 15 minutes. */
function mostTries(guesses: readonly Guess[]): number {
  const tries = guesses.filter(({ status }) => status !== 429).map(({ minute }) => minute);
  return Math.max(...tries.map((from) => tries.filter((at) => at >= from && at < from + WINDOW_MINUTES).length));
}

describe('guessing passwords', () => {
  it('10,000 guesses from one address are at most 10 tries in any 15 minutes, known or unknown alike', async () => {
    const from = () => visitor(house, '203.0.113.7');
    const known = await guess(ADMIN.email, { count: 5_000, overMinutes: 50, from });
    const unknown = await guess(UNKNOWN, { count: 5_000, overMinutes: 50, from });
    expect(mostTries(known)).toBe(10);
    expect(TRIES_PER_PAIR).toBe(10);
    expect(unknown.map(({ status }) => status)).toEqual(known.map(({ status }) => status));
    expect(new Set(known.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expect(unknown.find(({ status }) => status === 401)?.body).toBe(known.find(({ status }) => status === 401)?.body);
    // They used up nobody else's tries.
    expect((await stranger().post('/api/sign-in', { email: ADMIN.email, password: ADMIN.password })).status).toBe(200);
  }, 120_000);

  it('from many addresses they come to the bound of the account, known or unknown alike', async () => {
    const { throttle } = await house.accounts.engine();
    for (const email of [ADMIN.email, UNKNOWN]) {
      later(house, 60);
      const waits: (number | null)[] = [];
      for (let i = 0; i < TRIES_PER_ACCOUNT - 5; i += 1) {
        waits.push(await throttle.beginTry('password', email, `10.7.${i}.1`));
      }
      expect(new Set(waits)).toEqual(new Set([null]));
      const last = await guess(email, { count: 10, overMinutes: 5, from: stranger });
      expect(last.map(({ status }) => status)).toEqual([...Array(5).fill(401), ...Array(5).fill(429)]);
    }
    expect(TRIES_PER_ACCOUNT).toBeGreaterThan(5 * TRIES_PER_PAIR);
  });

  it('keep nobody out who signed in from the same address before', async () => {
    later(house, 60);
    const home = '198.51.100.4';
    const give = (address: string, password = ADMIN.password) =>
      visitor(house, address).post('/api/sign-in', { email: ADMIN.email, password });
    expect((await give(home)).status).toBe(200);
    const { throttle } = await house.accounts.engine();
    for (let i = 0; i < TRIES_PER_ACCOUNT; i += 1) await throttle.beginTry('password', ADMIN.email, `10.9.${i}.1`);
    expect((await give('198.51.100.5')).status).toBe(429);
    expect((await give(home)).status).toBe(200);
    // It has ten wrong ones of its own and no more.
    const wrong: number[] = [];
    for (let i = 0; i < 11; i += 1) wrong.push((await give(home, 'tebakan')).status);
    expect(wrong).toEqual([...Array(10).fill(401), 429]);
    // A month later the address is a stranger's again.
    later(house, 31 * 24 * 60);
    for (let i = 0; i < TRIES_PER_ACCOUNT; i += 1) await throttle.beginTry('password', ADMIN.email, `10.8.${i}.1`);
    expect((await give(home)).status).toBe(429);
  }, 60_000);

  it('guesses at a slow pace come to no more', async () => {
    later(house, 60);
    const who = stranger();
    // Nine tries just before the counter of windows would begin anew, and nine just after it.
    const tries: Guess[] = [];
    let minute = 0;
    for (const pause of [0, 14, ...Array.from({ length: 8 }, () => 0), 2, ...Array.from({ length: 12 }, () => 0.1)]) {
      later(house, pause);
      minute += pause;
      const response = await who.post('/api/sign-in', { email: UNKNOWN, password: 'tebakan' });
      tries.push({ minute, status: response.status, body: '' });
    }
    expect(mostTries(tries)).toBeLessThanOrEqual(10);
  });

  it('says when to come back, the right password must wait as well, and open sessions go on', async () => {
    later(house, 60);
    const inside = admin.visitor;
    const who = stranger();
    for (let i = 0; i < 10; i += 1) await who.post('/api/sign-in', { email: ADMIN.email, password: 'tebakan' });
    const refused = await who.post('/api/sign-in', { email: ADMIN.email, password: ADMIN.password });
    expect(await answerOf(refused)).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    const then = house.clock.now;
    house.clock.now = new Date();
    expect((await inside.get('/api/users')).status).toBe(200);
    house.clock.now = then;
    later(house, 16);
    const after = await who.post('/api/sign-in', { email: ADMIN.email, password: ADMIN.password });
    expect(after.status).toBe(200);
  });

  it('an IPv6 line is one address, its neighbour is another', async () => {
    later(house, 60);
    const answers: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      const who = visitor(house, `2001:db8:7:7:${i}::${i}`);
      answers.push((await who.post('/api/sign-in', { email: UNKNOWN, password: 'tebakan' })).status);
    }
    expect(answers).toEqual([...Array(10).fill(401), 429]);
    const neighbour = visitor(house, '2001:db8:7:8::1');
    expect((await neighbour.post('/api/sign-in', { email: UNKNOWN, password: 'tebakan' })).status).toBe(401);
  });

  it.each([
    ['without TRUSTED_PROXY what a client says of its address counts for nothing', [], [401, 429]],
    ['behind a trusted proxy each client has its own tries', ['10.1.1.1'], [401, 401]],
  ] as const)('%s', async (_what, trustedProxies, expected) => {
    const other = await openHouse({ accountSettings: { trustedProxies } });
    const proxy = visitor(other, '10.1.1.1');
    const from = async (forwarded: string) => {
      const body = { email: UNKNOWN, password: 'tebakan' };
      return (await proxy.post('/api/sign-in', body, { 'x-forwarded-for': forwarded })).status;
    };
    const statuses: number[] = [];
    for (let i = 0; i < 10; i += 1) statuses.push(await from('198.51.100.1'));
    expect(statuses).toEqual(Array(10).fill(401));
    // What the client wrote itself stands left of what the proxy adds.
    expect(await from('198.51.100.2, 198.51.100.1')).toBe(429);
    expect([statuses[0], await from('198.51.100.2')]).toEqual(expected);
    await other.close();
  });

  it('one address has a bound over all accounts; an IPv6 line is one address', async () => {
    later(house, 60);
    const answers: number[] = [];
    for (let i = 0; i < TRIES_PER_ADDRESS + 1; i += 1) {
      const who = visitor(house, `2001:db8:1:2::${(i + 1).toString(16)}`);
      answers.push((await who.post('/api/sign-in', { email: `a${i}@x`, password: 'tebakan' })).status);
    }
    expect(answers.slice(0, -1)).toEqual(Array.from({ length: TRIES_PER_ADDRESS }, () => 401));
    expect(answers.at(-1)).toBe(429);
    const neighbour = visitor(house, '2001:db8:1:3::1');
    expect((await neighbour.post('/api/sign-in', { email: 'b@x', password: 'tebakan' })).status).toBe(401);
  });

  it('keeps no e-mail and no address of a guess', async () => {
    const rows = await house.store.accounts.database.selectFrom('throttle').selectAll().execute();
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ key }) => !/^(password|account|address|code|known|spent):[\w-]{43}$/.test(key))).toEqual([]);
    const audit = await house.store.audit.rows({ before: null, limit: 1000, action: 'sign_in_refused', userId: null });
    expect(audit.length).toBeGreaterThan(50);
    expect(JSON.stringify(audit)).not.toContain('@');
  });
});

describe('guessing codes', () => {
  it('at most 10 in 15 minutes, over any number of sign-ins', async () => {
    later(house, 60);
    const statuses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const who = stranger();
      await who.post('/api/sign-in', { email: ADMIN.email, password: ADMIN.password });
      for (let i = 0; i < 4; i += 1) {
        // Of six digits, and none of those that would be right now.
        const right = [-1, 0, 1].map((step) => totpCode(admin.uri, step));
        const wrong = [...'0123456789'].map((digit) => digit.repeat(6)).filter((code) => !right.includes(code));
        statuses.push((await who.post('/api/sign-in/code', { code: wrong[(round * 4 + i) % 7] })).status);
      }
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual(Array.from({ length: 6 }, () => 429));
  });
});

describe('the time of an answer', () => {
  it('costs as much work for nobody as for somebody', async () => {
    later(house, 60);
    const work = async (email: string): Promise<number> => {
      const before = process.cpuUsage();
      await stranger().post('/api/sign-in', { email, password: 'tebakan yang panjang' });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      known.push(await work(ADMIN.email));
      unknown.push(await work('juga.tidak.ada@example.invalid'));
    }
    const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[4] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.6);
    expect(median(unknown) / median(known)).toBeLessThan(1.6);
  });
});
