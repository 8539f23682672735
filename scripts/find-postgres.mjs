import { connect } from 'node:net';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const HOST = '127.0.0.1';
const PORT = 5432;
const LIMIT_MS = 3_000;
/** Version 3.0, as https://www.postgresql.org/docs/15/protocol-message-formats.html writes it. */
const PROTOCOL = 196_608;

/**
 * Whether PostgreSQL lets this user into this database without a password. Needs no package: it is asked before
 * anything is installed.
 *
 * @param {string} user
 * @param {string} database
 * @param {number} [port]
 * @returns {Promise<boolean>}
 */
export function postgresAnswers(user, database, port = PORT) {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(PROTOCOL, 4);
  return new Promise((resolve) => {
    const socket = connect(port, HOST, () => socket.write(Buffer.concat([head, body])));
    let answer = Buffer.alloc(0);
    /** @param {boolean} said */
    const end = (said) => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(LIMIT_MS, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      // R, length 8, 0: AuthenticationOk. The fault of a missing database comes after it, as E.
      if (answer.length < 10) return;
      end(answer[0] === 0x52 && answer.readInt32BE(5) === 0 && answer[9] !== 0x45);
    });
  });
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href && (await postgresAnswers('postgres', 'test'))) {
  console.log(`postgres://postgres@${HOST}:${PORT}/test`);
}
