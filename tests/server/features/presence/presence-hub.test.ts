import { beforeEach, describe, expect, test } from "vitest";

import { createPresenceHub, presentForMs, type Tab, typingForMs } from "#server/features/presence/presence-hub.ts";
import type { Place } from "#shared/features/presence/presence.ts";

const page: Place = { projectId: "p", entity: "project", entityId: "p" };
const other: Place = { projectId: "p", entity: "streams", entityId: "p" };

let now = 0;
let hub: ReturnType<typeof createPresenceHub>;
beforeEach(() => {
  now = 1_000;
  hub = createPresenceHub(() => now);
});

function tab(key: string, place = page, typing: Tab["typing"] = null): Tab {
  const person = { userId: key, isAdministrator: false, today: "2026-03-02", seat: null };
  return { key, person, name: key, organisation: null, place, typing };
}

const keysAt = (place: Place) => hub.at(place).map(({ key }) => key);

describe("presence", () => {
  test("lasts as long as a tab says so", () => {
    hub.note(tab("a"));
    now += presentForMs - 1;
    hub.note(tab("b"));
    expect(keysAt(page)).toEqual(["a", "b"]);
    now += 1;
    expect(keysAt(page)).toEqual(["b"]);
  });

  test("moves with the tab and wakes those it leaves and joins, not those elsewhere", () => {
    const rung: string[] = [];
    hub.follow("a", () => rung.push("a"));
    hub.follow("b", () => rung.push("b"));
    hub.note(tab("a"));
    hub.note(tab("b", other));
    rung.length = 0;
    hub.note(tab("c"));
    expect(rung).toEqual(["a"]);
    hub.note(tab("c", other));
    expect(rung).toEqual(["a", "a", "b"]);
    hub.note(tab("c", other));
    expect(rung).toHaveLength(3);
    hub.leave("c");
    expect(rung).toEqual(["a", "a", "b", "b"]);
    expect(keysAt(other)).toEqual(["b"]);
  });

  test("ends with the last channel of a tab", () => {
    hub.note(tab("a"));
    const first = hub.follow("a", () => undefined);
    const second = hub.follow("a", () => undefined);
    first();
    expect(keysAt(page)).toEqual(["a"]);
    second();
    expect(keysAt(page)).toEqual([]);
  });

  test("of typing ends soon after the last word of it", () => {
    const typing = { entity: "project", entityId: "p", field: "title" } as const;
    hub.note(tab("a", page, typing));
    now += typingForMs - 1;
    expect(hub.at(page)[0]?.typing).toEqual(typing);
    now += 1;
    expect(hub.at(page)).toMatchObject([{ key: "a", typing: null }]);
  });
});
