/** The counts that `npm test` ends with: nothing that did not run may look like a success. */
import { describe, expect, it } from 'vitest';
import { countTests } from '../../../src/commands/test-counts.ts';

const report = (
  files: {
    name?: string;
    status?: string;
    message?: string;
    tests: [name: string, status: string, failure?: string][];
  }[],
) =>
  JSON.stringify({
    testResults: files.map(({ name = 'a.test.ts', status = 'passed', message, tests }) => ({
      name,
      status,
      message,
      assertionResults: tests.map(([fullName, state, failure]) => ({
        fullName,
        status: state,
        failureMessages: failure === undefined ? [] : [failure],
      })),
    })),
  });

describe('countTests', () => {
  it('counts passed and failed tests', () => {
    const counts = countTests(report([{ status: 'failed', tests: [['x', 'passed'], ['y', 'failed']] }])); // prettier-ignore
    expect(counts).toMatchObject({ passed: 1, failed: 1, passedNames: ['x'], problems: [] });
  });

  it('names a test that passed only when it was tried again', () => {
    const counts = countTests(report([{ tests: [['x', 'passed', 'too late'], ['y', 'passed']] }])); // prettier-ignore
    expect(counts).toMatchObject({ passed: 2, failed: 0, retried: [{ name: 'x', message: 'too late' }] });
  });

  it('names a skipped test, and does not count it as passed', () => {
    const counts = countTests(report([{ tests: [['in firefox', 'skipped']] }]));
    expect(counts).toMatchObject({ passed: 0, failed: 0, skippedNames: ['in firefox'] });
  });

  it('takes a file that did not load, or has no test, for a failed one', () => {
    const counts = countTests(
      report([{ status: 'failed', message: 'Cannot find module', tests: [] }, { tests: [] }]),
    );
    expect(counts.failed).toBe(2);
    expect(counts.problems.join()).toContain('Cannot find module');
  });

  it('sees a file whose tests passed but which failed afterwards', () => {
    expect(
      countTests(report([{ status: 'failed', message: 'after all', tests: [['x', 'passed']] }])).failed,
    ).toBe(1);
  });

  it('refuses what is no report', () => {
    expect(() => countTests('{}')).toThrow();
  });
});
