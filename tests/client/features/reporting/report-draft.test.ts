import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { ReportDraft } from "#client/features/reporting/report-draft.ts";
import type { Report, TodoItem } from "#shared/features/reporting/update.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const present = (version: number, text: string): NonNullable<TodoItem["update"]> => ({
  id: "u",
  version,
  state: "draft",
  reviewNote: "",
  reviewedByName: null,
  submittedAt: null,
  updatedAt: version,
  deliveredPmHundredths: null,
  deliveredQuantity: null,
  deliveredCents: null,
  remainingPmHundredths: null,
  remainingQuantity: null,
  remainingCents: null,
  progressBp: null,
  lateReason: "",
  text,
});

/** A server that keeps versions, as the real one does. */
function createServer(version: number | null) {
  const sent: { version: number | null; patch: Partial<Report> }[] = [];
  const server = { version, theirs: "" };
  const save = async (seen: number | null, patch: Partial<Report>) => {
    sent.push({ version: seen, patch });
    await Promise.resolve();
    if (seen !== server.version)
      throw Object.assign(new Error("stale"), {
        data: { code: "CONFLICT", appCode: "STALE", present: present(server.version ?? 0, server.theirs) },
      });
    server.version = (server.version ?? 0) + 1;
    return { id: "u", version: server.version, state: "draft" as const, updatedAt: server.version };
  };
  return { server, sent, save };
}

test("saves a moment after the last key, only what changed, one save after the other", async () => {
  const { sent, save } = createServer(null);
  const draft = new ReportDraft({ update: null, moneyPlaces: 2, pause: 1000, save });
  draft.put({ text: "Boiler" });
  draft.put({ deliveredCents: "1 250,50" });
  expect(draft.view().state).toBe("typing");
  await vi.advanceTimersByTimeAsync(999);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ version: null, patch: { text: "Boiler", deliveredCents: 125_050 } }]);
  expect(draft.view().state).toBe("saved");
  draft.put({ text: "Boiler ordered" });
  const first = draft.flush();
  draft.put({ text: "Boiler ordered in May" });
  expect(await first).toBe(true);
  expect(sent.slice(1)).toEqual([
    { version: 1, patch: { text: "Boiler ordered" } },
    { version: 2, patch: { text: "Boiler ordered in May" } },
  ]);
  expect(draft.saved()).toEqual({ id: "u", version: 3 });
});

test("text that is no number is named and not sent", async () => {
  const { sent, save } = createServer(null);
  const draft = new ReportDraft({ update: null, moneyPlaces: 2, pause: 1000, save });
  draft.put({ deliveredCents: "much", progressBp: "120" });
  await vi.advanceTimersByTimeAsync(2000);
  expect(draft.view().unreadable).toEqual(["deliveredCents", "progressBp"]);
  expect(sent).toEqual([]);
});

test("what somebody else saved becomes a conflict; nothing typed is lost and the person decides", async () => {
  const { server, sent, save } = createServer(1);
  const draft = new ReportDraft({ update: present(1, ""), moneyPlaces: 2, pause: 1000, save });
  Object.assign(server, { version: 2, theirs: "theirs" });
  draft.put({ text: "mine" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(draft.view()).toMatchObject({ text: { text: "mine" }, conflict: { version: 2, text: "theirs" } });
  expect(await draft.flush()).toBe(false);
  draft.keepMine();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.at(-1)).toEqual({ version: 2, patch: { text: "mine" } });
  expect(draft.view()).toMatchObject({ state: "saved", conflict: null });
  draft.follow(present(9, "from a colleague"));
  expect(draft.view().text.text).toBe("from a colleague");
  draft.put({ text: "typing" });
  draft.follow(present(10, "again"));
  expect(draft.view().text.text).toBe("typing");
});
