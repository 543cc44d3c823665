import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { PartClient } from "#client/features/part/part-client.ts";
import { partStore } from "#client/features/part/part-store.ts";
import { PartSync } from "#client/features/part/part-sync.ts";
import { partKeyOf } from "#client/features/part/part-token.ts";
import { emptyReport } from "#client/features/reporting/report-text.ts";
import type { Part } from "#shared/features/part/part.ts";
import type { TodoItem } from "#shared/features/reporting/update.ts";

type Row = NonNullable<TodoItem["update"]>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

const lost = () => Object.assign(new Error("fetch failed"), { name: "TRPCClientError" });
const refused = (code: string, appCode: string, present: unknown = null) =>
  Object.assign(new Error(appCode), { name: "TRPCClientError", data: { code, appCode, httpStatus: 400, present } });

/** A server that keeps versions as the real one does, behind a network that can be cut before or after it. */
function createServer(titles: readonly string[]) {
  const rows = new Map<string, Row>();
  const server = { network: "good" as "good" | "cut" | "answers lost", ended: "", calls: [] as string[] };
  const arrive = <T>(call: string, work: () => T): Promise<T> => {
    if (server.network === "cut") return Promise.reject(lost());
    if (server.ended !== "") return Promise.reject(refused("PRECONDITION_FAILED", server.ended));
    server.calls.push(call);
    try {
      const answer = work();
      return server.network === "answers lost" ? Promise.reject(lost()) : Promise.resolve(answer);
    } catch (error) {
      return Promise.reject(server.network === "answers lost" ? lost() : (error as Error));
    }
  };
  const write = (contributionId: string, change: Partial<Row>): Row => {
    const blank = { ...emptyReport, reviewNote: "", reviewedByName: null, submittedAt: null, updatedAt: 0 };
    const before = rows.get(contributionId) ?? { ...blank, id: `u ${contributionId}`, version: 0, state: "draft" };
    const row = { ...before, ...change, version: before.version + 1 };
    rows.set(contributionId, row);
    return row;
  };
  const part = (): Part => ({
    installationName: "Consortia",
    personName: "Kari",
    organisationName: "Mover",
    projectAcronym: "EKOLEND",
    projectTitle: "Title",
    period: { number: 1, startsOn: null, endsOn: null, dueOn: "2126-01-01" },
    timeZone: "Europe/Helsinki",
    currency: "EUR",
    expiresAt: 1,
    items: titles.map((title) => itemOf(title, rows.get(title) ?? null)),
  });
  const client: PartClient = {
    show: () => arrive("show", part),
    save: ({ contributionId, version, patch }) =>
      arrive(`save ${contributionId}`, () => {
        const present = rows.get(contributionId) ?? null;
        const isOpen = present === null || present.state === "draft";
        if ((present?.version ?? null) !== version || !isOpen) throw refused("CONFLICT", "STALE", present);
        return write(contributionId, patch);
      }),
    submit: ({ id, version }) =>
      arrive(`submit ${id.slice(2)}`, () => {
        const present = rows.get(id.slice(2));
        if (present?.version !== version) throw refused("CONFLICT", "STALE", present);
        return write(id.slice(2), { state: "submitted" });
      }),
    evidence: () => arrive("evidence", () => ({ rows: [], may: { add: true }, maxBytes: 1 })),
    removeEvidence: (file) => arrive("removeEvidence", () => file),
    headers: {},
  };
  return { server, rows, write, client };
}

function itemOf(title: string, update: Row | null): TodoItem {
  const line = { contributionId: title, title, kind: "cash" as const, streamCode: null, unit: null, quantity: null };
  return {
    ...line,
    effortPmHundredths: null,
    valueCents: 100_000,
    fromMonth: null,
    toMonth: null,
    before: { pmHundredths: 0, cents: 0 },
    planned: { pmHundredths: 0, cents: 50_000 },
    last: null,
    update,
    mayWrite: update === null || update.state === "draft",
  };
}

const open = (client: PartClient) => new PartSync({ client, store: partStore("k"), pause: 1000, retryAfter: 2000 });
const kept = () => localStorage.getItem("consortia-part:k");

describe("a part whose network comes and goes", () => {
  test("each key is on the device at once, and a new page goes on from there", async () => {
    const { server, rows, client } = createServer(["Boiler"]);
    const first = open(client);
    await first.refresh();
    server.network = "cut";
    first.draftOf("Boiler")?.put({ text: "half a sen" });
    expect(kept()).toContain("half a sen");
    const second = open(client);
    expect(second.draftOf("Boiler")?.view().text.text).toBe("half a sen");
    await second.refresh();
    expect(second.view()).toMatchObject({ isOffline: true, waiting: 1 });
    server.network = "good";
    await vi.advanceTimersByTimeAsync(2000);
    expect(rows.get("Boiler")?.text).toBe("half a sen");
    expect(second.view()).toMatchObject({ isOffline: false, waiting: 0 });
  });

  test("what was handed in without a network goes in order once it is back, each line once", async () => {
    const { server, rows, client } = createServer(["Boiler", "Crane"]);
    const sync = open(client);
    await sync.refresh();
    server.network = "cut";
    sync.draftOf("Crane")?.put({ deliveredCents: "2.00" });
    sync.draftOf("Boiler")?.put({ deliveredCents: "1.00" });
    await sync.handIn(["Crane", "Boiler"]);
    expect(sync.view()).toMatchObject({ isOffline: true, queue: ["Crane", "Boiler"] });
    const again = open(client);
    expect(again.view().queue).toEqual(["Crane", "Boiler"]);
    server.network = "good";
    await again.refresh();
    expect(server.calls.filter((call) => call.startsWith("submit"))).toEqual(["submit Crane", "submit Boiler"]);
    expect([...rows.values()].map(({ state, deliveredCents }) => [state, deliveredCents])).toEqual([
      ["submitted", 100],
      ["submitted", 200],
    ]);
    expect(kept()).toBeNull();
  });

  test("a line held back is not handed in", async () => {
    const { server, rows, client } = createServer(["Boiler"]);
    const sync = open(client);
    await sync.refresh();
    server.network = "cut";
    sync.draftOf("Boiler")?.put({ deliveredCents: "1.00" });
    await sync.handIn(["Boiler"]);
    sync.holdBack("Boiler");
    server.network = "good";
    await sync.refresh();
    expect(rows.get("Boiler")).toMatchObject({ state: "draft", deliveredCents: 100 });
  });

  test("a save and a handing-in whose answers were lost are no conflict", async () => {
    const { server, rows, client } = createServer(["Boiler"]);
    const first = open(client);
    await first.refresh();
    server.network = "answers lost";
    first.draftOf("Boiler")?.put({ deliveredCents: "1.00" });
    await first.handIn(["Boiler"]);
    expect(rows.get("Boiler")).toMatchObject({ deliveredCents: 100, version: 1 });
    server.network = "good";
    const second = open(client);
    await second.refresh();
    expect(rows.get("Boiler")).toMatchObject({ state: "submitted", version: 2 });
    expect(second.view()).toMatchObject({ queue: [], waiting: 0, refusals: {} });
  });

  test("somebody else's words and mine both stay, until I choose", async () => {
    const { server, rows, write, client } = createServer(["Boiler"]);
    const sync = open(client);
    await sync.refresh();
    server.network = "cut";
    sync.draftOf("Boiler")?.put({ text: "mine" });
    write("Boiler", { text: "theirs" });
    server.network = "good";
    await sync.refresh();
    const draft = sync.draftOf("Boiler");
    expect(draft?.view()).toMatchObject({ text: { text: "mine" }, conflict: { text: "theirs" } });
    expect(rows.get("Boiler")?.text).toBe("theirs");
    await sync.handIn(["Boiler"]);
    expect(rows.get("Boiler")?.state).toBe("draft");
    draft?.keepMine();
    await vi.advanceTimersByTimeAsync(0);
    expect(rows.get("Boiler")?.text).toBe("mine");
  });

  test("a line handed in elsewhere leaves what was typed here to be read", async () => {
    const { server, rows, write, client } = createServer(["Boiler"]);
    const sync = open(client);
    await sync.refresh();
    server.network = "cut";
    sync.draftOf("Boiler")?.put({ text: "typed here" });
    write("Boiler", { text: "theirs", state: "submitted" });
    server.network = "good";
    await sync.refresh();
    expect(rows.get("Boiler")?.text).toBe("theirs");
    expect(sync.draftOf("Boiler")).toBeNull();
    expect(sync.leftoverOf("Boiler")).toBe("typed here");
    sync.dropLeftover("Boiler");
    expect(kept()).toBeNull();
  });

  test("an ended link clears the device; what never arrived stays on the screen", async () => {
    const { server, client } = createServer(["Boiler"]);
    const sync = open(client);
    await sync.refresh();
    server.network = "cut";
    sync.draftOf("Boiler")?.put({ text: "typed too late" });
    server.network = "good";
    server.ended = "LINK_REVOKED";
    await sync.refresh();
    expect(sync.view().ended).not.toBeNull();
    expect(kept()).toBeNull();
    expect(sync.unsent()).toEqual([{ title: "Boiler", text: "typed too late" }]);
    sync.draftOf("Boiler")?.put({ text: "and on" });
    expect(kept()).toBeNull();
  });

  test("forgetting leaves nothing on the device", async () => {
    const { client } = createServer(["Boiler"]);
    const sync = open(client);
    await sync.refresh();
    sync.draftOf("Boiler")?.put({ text: "x" });
    expect(kept()).not.toBeNull();
    sync.forget();
    expect(localStorage.length).toBe(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(localStorage.length).toBe(0);
  });

  test("a device that keeps nothing says so", async () => {
    const { client } = createServer(["Boiler"]);
    const full = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const store = partStore("k", () => full as unknown as Storage);
    const sync = new PartSync({ client, store, pause: 1000 });
    await sync.refresh();
    expect(sync.view().isKept).toBe(false);
  });
});

test("what names the drafts of a link does not tell the link", () => {
  const token = `p${"aB3-_xYz".repeat(4)}`;
  expect(partKeyOf(token)).toBe(partKeyOf(token));
  expect(partKeyOf(token)).not.toBe(partKeyOf(`${token.slice(0, -1)}a`));
  expect(partKeyOf(token).length).toBeLessThan(12);
});
