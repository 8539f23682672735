import { parentPort, workerData } from 'node:worker_threads';
import { auditRelease } from '../domain/privacy/audit-release.ts';
import type { JudgeInput } from './services/band-judge.ts';
import { solveInteger } from './services/integer-solver.ts';

// The audit of one release: integer programs that would keep the server's own thread for up to a tenth of a second.
const { ledger, candidate, facts } = workerData as JudgeInput;
parentPort?.postMessage(auditRelease(ledger, candidate, facts, solveInteger));
