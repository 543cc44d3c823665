import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createChangeGatherer, type Reread } from "#client/app/change-gatherer.ts";
import type { LiveChange } from "#client/app/live-rules.ts";

const change = (entityId: string): LiveChange => ({ projectId: "p", organisationId: null, entity: "stream", entityId });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("changes close together are reported once, later ones anew", () => {
  const reports: Reread[] = [];
  const gatherer = createChangeGatherer((reread) => reports.push(reread), 50);
  gatherer.add(change("a"));
  vi.advanceTimersByTime(49);
  gatherer.add(change("b"));
  expect(reports).toEqual([]);
  vi.advanceTimersByTime(1);
  gatherer.add(change("c"));
  vi.advanceTimersByTime(50);
  expect(reports).toEqual([
    { isAll: false, changes: [change("a"), change("b")] },
    { isAll: false, changes: [change("c")] },
  ]);
});

test("after a gap everything is read again, once", () => {
  const reports: Reread[] = [];
  const gatherer = createChangeGatherer((reread) => reports.push(reread), 50);
  gatherer.add({ reset: true });
  vi.advanceTimersByTime(50);
  gatherer.add(change("a"));
  vi.advanceTimersByTime(50);
  expect(reports.map(({ isAll }) => isAll)).toEqual([true, false]);
});

test("once stopped nothing is reported", () => {
  const reports: Reread[] = [];
  const gatherer = createChangeGatherer((reread) => reports.push(reread), 50);
  gatherer.add(change("a"));
  gatherer.stop();
  vi.advanceTimersByTime(1000);
  expect(reports).toEqual([]);
});
