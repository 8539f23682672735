import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { REQUIRED_FIELDS } from '../../domain/import-field.ts';
import type { SignedIn } from '../policy.ts';
import type { AuditAction, AuditEntry } from '../store/contract/audit-store.ts';
import type { ImportChange, ImportRecord, ImportState } from '../store/contract/import-store.ts';
import { makeFolder } from '../store/make-folder.ts';
import type { Store } from '../store/store.ts';
import { FileRefusal } from './file-refusal.ts';
import { importFiles, removeImportFiles } from './import-files.ts';
import type { JobResult } from './import-job.ts';
import { STEP_LIMIT_MS } from './import-limits.ts';
import { type ImportProcess, StepEnded } from './import-process.ts';
import { readPage } from './paged-lines.ts';
import { checkFields } from './propose-columns.ts';
import { receiveUpload } from './receive-upload.ts';
import { tidyImports } from './tidy-imports.ts';

/** Imports that wait for a person; each may hold 50 MB of disk. */
const MOST_OPEN = 10;
const OPEN_STATES: readonly ImportState[] = ['reading', 'mapping', 'checking', 'checked', 'writing'];

export type ReportKind = 'accepted' | 'rejected' | 'duplicates';

export interface ImportView {
  readonly record: ImportRecord;
  /** Rows of the running step so far. */
  readonly rowsDone: number | null;
}

/** What a person asked for cannot be done now. */
export type DeskRefusal = 'not_found' | 'conflict' | 'too_many_open' | 'missing_fields' | 'wrong_fields';

export interface ImportDeskInput {
  readonly store: Store;
  readonly folder: string;
  readonly process: ImportProcess;
  readonly now: () => Date;
  readonly log: Logger;
  /** A file is this server's alone; in PostgreSQL others may be at work. */
  readonly alone: boolean;
}

export type ImportDesk = Awaited<ReturnType<typeof openImportDesk>>;

/** Takes files, lets the process work on them, and keeps what people decide. */
export async function openImportDesk({ store, folder, process, now, log, alone }: ImportDeskInput) {
  makeFolder(folder);
  const worker = randomUUID();
  const progress = new Map<string, number>();
  const at = (): string => now().toISOString();
  const filesOf = (id: string) => importFiles(folder, id);

  const auditOf = (
    { userId, role, ip }: SignedIn,
    action: AuditAction,
    id: string,
    detail: AuditEntry['detail'] = {},
  ) => ({
    userId,
    role,
    action,
    subject: `import:${id}`,
    detail,
    ip,
  });
  /** In the background: what is not to be seen goes, counts are summed, the log is moved into the file. */
  const sweep = async (): Promise<void> => {
    try {
      await process.run({ step: 'sweep' }, STEP_LIMIT_MS.write);
      await store.imports.leaveLog(false);
    } catch (error) {
      log.warn({ err: error }, 'what imports left stays until the next start');
    }
  };
  const end = async (id: string, from: readonly ImportState[], change: Omit<ImportChange, 'at'>) => {
    removeImportFiles(filesOf(id));
    const record = await store.imports.change(id, from, { ...change, at: at(), worker: null });
    if (from.includes('writing')) void sweep();
    return record;
  };
  /** Runs a step to its result; a refusal or a broken end is written down and answered as null. */
  const step = async <S extends 'read' | 'check' | 'write'>(
    state: ImportState,
    id: string,
    run: () => Promise<JobResult>,
    wanted: S,
  ): Promise<Extract<JobResult, { step: S }> | null> => {
    try {
      const result = await run();
      if (result.step === wanted) return result as Extract<JobResult, { step: S }>;
      if (result.step === 'refused') {
        const { code, fields } = result;
        await end(id, [state], { state: 'refused', reason: { code, fields } });
      }
    } catch (error) {
      const reason = error instanceof StepEnded ? error.reason : 'internal_error';
      if (reason !== 'cancelled') {
        log.error({ err: error, import: id, step: wanted }, 'a step of an import failed');
        await end(id, [state], { state: 'failed', reason: { code: reason, fields: [] } });
      }
    } finally {
      progress.delete(id);
    }
    return null;
  };
  const view = (record: ImportRecord): ImportView => ({ record, rowsDone: progress.get(record.id) ?? null });
  const watch = (id: string) => (rows: number) => void progress.set(id, rows);

  /** Takes a file and reads its header: the record waits for its columns, or says why it was refused. */
  const receive = async (
    body: ReadableStream<Uint8Array> | null,
    actor: SignedIn,
  ): Promise<ImportRecord | DeskRefusal> => {
    const open = await store.imports.inStates(OPEN_STATES);
    if (open.length >= MOST_OPEN) return 'too_many_open';
    const { id } = await store.imports.begin({ at: at(), userId: actor.userId, worker });
    try {
      const sizeBytes = await receiveUpload(body, filesOf(id).upload);
      const audit = auditOf(actor, 'import_uploaded', id, { bytes: sizeBytes });
      await store.imports.change(id, ['reading'], { at: at(), state: 'reading', sizeBytes, audit });
    } catch (error) {
      if (!(error instanceof FileRefusal)) {
        await end(id, ['reading'], { state: 'failed', reason: { code: 'internal_error', fields: [] } });
        throw error;
      }
      const reason = { code: error.code, fields: error.fields };
      return (await end(id, ['reading'], { state: 'refused', reason })) ?? 'not_found';
    }
    const done = await step('reading', id, () => process.run({ step: 'read', id }, STEP_LIMIT_MS.read), 'read');
    if (done === null) return (await store.imports.get(id)) ?? 'not_found';
    const { format, signature, names, proposed } = done.read;
    const before = await store.imports.rememberedFields(signature);
    const fields = (before === null ? null : checkFields(before, names.length)) ?? proposed;
    const columns = names.map((name, i) => ({ name, field: fields[i] ?? null }));
    const change = { at: at(), state: 'mapping', worker: null, format, signature, columns } as const;
    return (await store.imports.change(id, ['reading'], change)) ?? 'not_found';
  };

  /** Begins the dry run with what each column is. */
  const check = async (id: string, given: readonly (string | null)[]): Promise<ImportView | DeskRefusal> => {
    const record = await store.imports.get(id);
    if (record === null) return 'not_found';
    const fields = checkFields(given, record.columns.length);
    if (fields === null) return 'wrong_fields';
    if (REQUIRED_FIELDS.some((field) => !fields.includes(field))) return 'missing_fields';
    const columns = record.columns.map(({ name }, i) => ({ name, field: fields[i] ?? null }));
    const begun = await store.imports.change(id, ['mapping', 'checked'], {
      at: at(),
      state: 'checking',
      worker,
      columns,
    });
    if (begun === null) return 'conflict';
    if (record.signature !== null) await store.imports.rememberFields(record.signature, fields, at());
    const run = () => process.run({ step: 'check', id, fields }, STEP_LIMIT_MS.check, watch(id));
    void step('checking', id, run, 'check')
      .then(async (done) => {
        if (done === null) return;
        const change = { at: at(), state: 'checked', worker: null, counts: done.counts } as const;
        await store.imports.change(id, ['checking'], change);
      })
      .catch((error: unknown) => log.error({ err: error, import: id }, 'a dry run was not kept'));
    return view(begun);
  };

  /** Begins to write; with the last short commit its cases are seen. */
  const confirm = async (
    id: string,
    leaveOutDuplicates: boolean,
    actor: SignedIn,
  ): Promise<ImportView | DeskRefusal> => {
    const record = await store.imports.change(id, ['checked'], { at: at(), state: 'writing', worker });
    if (record === null) return (await store.imports.get(id)) === null ? 'not_found' : 'conflict';
    const fields =
      checkFields(
        record.columns.map(({ field }) => field),
        record.columns.length,
      ) ?? [];
    await store.imports.leaveLog(true);
    const job = { step: 'write', id, fields, at: at(), userId: actor.userId, leaveOutDuplicates } as const;
    void step('writing', id, () => process.run(job, STEP_LIMIT_MS.write, watch(id)), 'write')
      .then(async (done) => {
        if (done === null || record.counts === null) return;
        const { written, same } = done;
        const counts = { ...record.counts, written, same };
        const audit = auditOf(actor, 'import_confirmed', id, { written, same, left_out: leaveOutDuplicates });
        await end(id, ['writing'], { state: 'visible', counts, audit });
      })
      .catch(async (error: unknown) => {
        log.error({ err: error, import: id }, 'an import was written and could not be made visible');
        await end(id, ['writing'], { state: 'failed', reason: { code: 'internal_error', fields: [] } });
      });
    return view(record);
  };

  const cancel = async (id: string, actor: SignedIn): Promise<ImportView | DeskRefusal> => {
    const audit = auditOf(actor, 'import_cancelled', id);
    const change = { at: at(), state: 'cancelled', worker: null, audit } as const;
    const record = await store.imports.change(id, OPEN_STATES, change);
    if (record === null) return (await store.imports.get(id)) === null ? 'not_found' : 'conflict';
    process.cancel(id);
    removeImportFiles(filesOf(id));
    void sweep();
    return view(record);
  };

  const tidy = () => tidyImports({ store, folder, now, worker, alone, end });
  await tidy();
  if (await store.imports.isUntidy()) void sweep();
  const timer = setInterval(() => {
    tidy().catch((error: unknown) => log.error({ err: error }, 'old uploads could not be removed'));
  }, 600_000);
  timer.unref();

  return {
    receive,
    check,
    confirm,
    cancel,
    get: async (id: string): Promise<ImportView | null> => {
      const record = await store.imports.get(id);
      return record === null ? null : view(record);
    },
    list: async (limit: number): Promise<readonly ImportView[]> => (await store.imports.list(limit)).map(view),
    /** Lines of the dry run's report, 100 a page from 0; they are gone when the import has ended. */
    report: (id: string, kind: ReportKind, page: number): readonly unknown[] => readPage(filesOf(id)[kind], page),
    close: (): void => {
      clearInterval(timer);
      process.close();
    },
  };
}
