import { describe, expect, it } from 'vitest';
import { summary } from '../../scripts/summary.mjs';
import { testCounts } from '../../scripts/test-counts.mjs';

const report = (
  passed: number,
  failed: number,
  testResults: { status: string; assertionResults: unknown[] }[] = [],
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 2,
  testResults,
});

describe('testCounts', () => {
  it('takes the counts of the report', () => {
    expect(testCounts(report(5, 0), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
    expect(testCounts(report(5, 2), 1)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });
  it('counts a file that does not load', () => {
    const unloaded = [{ status: 'failed', assertionResults: [] }];
    expect(testCounts(report(5, 1, unloaded), 1)).toMatchObject({ passed: 5, failed: 2 });
  });
  it('counts a run that ends badly without a failed test', () => {
    expect(testCounts(report(5, 0), 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(testCounts(null, null)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('summary', () => {
  it('is the line that .ci/run reads', () => {
    expect(summary(3, 1)).toBe('3 passed, 1 failed');
  });
});
