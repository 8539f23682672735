import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { freePort, startServer } from '../running/server.ts';
import { atLeast, atMost, type Figure } from './figure.ts';
import { pairs } from './pairs.ts';

export const name = 'Serving the districts, against a bare Hono answer of the same bytes';

const ROUNDS = 6;
const REQUESTS = 4000;
const CONNECTIONS = 10;
const PATH = '/kelurahan.geojson';

/** Seconds of processor time of a process so far (Linux: 100 ticks a second in /proc). */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

interface Load {
  readonly rate: number;
  readonly cpuPerRequest: number;
}

async function load(url: string, pid: number, headers: Record<string, string>, status: number): Promise<Load> {
  const cpuBefore = cpuSeconds(pid);
  const begin = performance.now();
  let end = begin;
  // With an amount autocannon ends on its next whole second, so the last answer is timed here.
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { url, headers, amount: REQUESTS, connections: CONNECTIONS };
    const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    instance.on('response', () => {
      end = performance.now();
    });
  });
  const answered = status === 304 ? result['3xx'] : result['2xx'];
  if (answered !== REQUESTS) throw new Error(`${url}: ${answered} of ${REQUESTS} answered ${status}`);
  return { rate: (REQUESTS * 1000) / (end - begin), cpuPerRequest: (cpuSeconds(pid) - cpuBefore) / REQUESTS };
}

async function startBare(body: Buffer, headers: Record<string, string>) {
  const port = await freePort();
  const child = fork('test/bench/bare-server.mjs', [], { execArgv: [] });
  const ready = new Promise((resolve) => child.once('message', resolve));
  child.send({ port, body: body.toString('base64'), headers });
  await ready;
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill() };
}

async function bytesOf(url: string, encoding: string): Promise<Buffer> {
  // node:http hands the body over as it came on the wire; fetch would unpack it.
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    })
      .on('error', reject)
      .end();
  });
}

export async function run(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const server = await startServer();
  try {
    for (const [encoding, goal] of [
      ['identity', 0.9],
      ['gzip', 0.8],
      ['br', 0.8],
    ] as const) {
      const body = await bytesOf(server.url + PATH, encoding);
      const bare = await startBare(body, { 'Content-Type': 'application/geo+json', 'Content-Encoding': encoding });
      try {
        const accept = { 'accept-encoding': encoding };
        const [oursCpu, bareCpu]: [number[], number[]] = [[], []];
        const rate = await pairs(
          ROUNDS,
          async () => {
            const result = await load(server.url + PATH, server.pid, accept, 200);
            oursCpu.push(result.cpuPerRequest);
            return result.rate;
          },
          async () => {
            const result = await load(`${bare.url}/body`, bare.pid, accept, 200);
            bareCpu.push(result.cpuPerRequest);
            return result.rate;
          },
        );
        const cpu = oursCpu.reduce((a, b) => a + b, 0) / bareCpu.reduce((a, b) => a + b, 0);
        figures.push(atLeast(`requests a second, ${encoding}`, rate.ratio, goal, '×'));
        figures.push(atMost(`processor time a request, ${encoding}`, cpu, 1.3, '×'));
        if (encoding === 'br') figures.push(atMost('districts on the wire (br)', body.length / 1000, 50, 'kB'));
        if (encoding === 'identity') {
          const etag = (await fetch(server.url + PATH, { headers: accept })).headers.get('etag') ?? '';
          const same = await pairs(
            ROUNDS,
            async () => (await load(server.url + PATH, server.pid, { ...accept, 'if-none-match': etag }, 304)).rate,
            async () => (await load(`${bare.url}/not-modified`, bare.pid, accept, 304)).rate,
          );
          figures.push(atLeast('304 a second', same.ratio, 0.85, '×'));
        }
      } finally {
        bare.stop();
      }
    }
  } finally {
    await server.stop();
  }
  return figures;
}
