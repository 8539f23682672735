import { parentPort, workerData } from 'node:worker_threads';
import { BulkWriter } from '../store/bulk-writer.ts';
import { connect } from '../store/open.ts';
import type { ThreadMessage, ThreadStart } from './thread-sink.ts';

// A thread of the import's process that does nothing but write, on a connection of its own, while the other reads.
const { address, importSeq } = workerData as ThreadStart;
const db = connect(address, { staged: true });
const writer = new BulkWriter(db, importSeq);

let line: Promise<void> = Promise.resolve();

async function answer(message: ThreadMessage): Promise<void> {
  if (message.kind === 'chunk') {
    await writer.write(message.chunk);
    parentPort?.postMessage({ kind: 'written' });
  } else {
    await writer.writeTally(message.tally);
    await db.destroy();
    parentPort?.postMessage({ kind: 'finished' });
    parentPort?.close();
  }
}

parentPort?.on('message', (message: ThreadMessage) => {
  line = line
    .then(() => answer(message))
    .catch((error: unknown) => {
      // The other side fails with it: what is left over is swept.
      throw error;
    });
});
