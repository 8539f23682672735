import { afterEach, beforeEach, expect, vi } from 'vitest';

/** `console.error` in a test is a fault of the code under test; a test that expects one mocks it itself. */
const spy = vi.spyOn(console, 'error');

beforeEach(() => {
  spy.mockClear();
});

afterEach(() => {
  expect(spy.mock.calls, 'console.error was called').toEqual([]);
});
