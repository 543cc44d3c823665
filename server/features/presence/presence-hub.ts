import type { Database } from "#server/db/database.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Place, Typing } from "#shared/features/presence/presence.ts";

/** How long a tab that says nothing more counts as present, in ms. */
export const presentForMs = 20_000;
/** How long somebody who says nothing more counts as typing, in ms. */
export const typingForMs = 5_000;

/** One open tab of somebody; rights are looked up anew for every message about it. */
export type Tab = {
  readonly key: string;
  readonly person: Person;
  readonly name: string;
  readonly organisation: string | null;
  readonly place: Place;
  readonly typing: Typing | null;
};

type Held = Tab & { seenAt: number; typedAt: number };

export type PresenceHub = {
  /** Notes where a tab is and what it types; whoever is on the page it comes to or leaves is woken. */
  note(tab: Tab): void;
  leave(key: string): void;
  find(key: string): Tab | undefined;
  /** The tabs on a page, in the order they came. */
  at(place: Place): Tab[];
  /** Calls back when something on the page of this tab may have changed; returns the way to stop. A tab nobody follows any more is gone. */
  follow(key: string, ring: () => void): () => void;
};

/** Who is where, in the memory of this process alone: nothing of it is ever written down. `now` in rising ms. */
export function createPresenceHub(now: () => number): PresenceHub {
  const tabs = new Map<string, Held>();
  const followers = new Map<string, Set<() => void>>();

  const prune = () => {
    for (const [key, tab] of tabs) if (tab.seenAt + presentForMs <= now()) tabs.delete(key);
  };
  const wake = (place: Place | undefined) => {
    if (!place) return;
    for (const [key, tab] of tabs) {
      if (isSame(tab.place, place)) for (const ring of followers.get(key) ?? []) ring();
    }
  };
  const leave = (key: string) => {
    const place = tabs.get(key)?.place;
    tabs.delete(key);
    wake(place);
  };
  return {
    leave,
    note(tab) {
      const before = tabs.get(tab.key);
      const hasMoved = before !== undefined && !isSame(before.place, tab.place);
      // Whoever comes to a page stands behind those who are there.
      if (hasMoved) tabs.delete(tab.key);
      tabs.set(tab.key, { ...tab, seenAt: now(), typedAt: tab.typing === null ? Number.NEGATIVE_INFINITY : now() });
      const isNews = before === undefined || hasMoved || JSON.stringify(before.typing) !== JSON.stringify(tab.typing);
      if (hasMoved) wake(before.place);
      if (isNews) wake(tab.place);
    },
    find(key) {
      prune();
      return tabs.get(key);
    },
    at(place) {
      prune();
      return [...tabs.values()]
        .filter((tab) => isSame(tab.place, place))
        .map((tab) => (tab.typedAt + typingForMs <= now() ? { ...tab, typing: null } : tab));
    },
    follow(key, ring) {
      const own = followers.get(key) ?? new Set();
      followers.set(key, own.add(ring));
      return () => {
        own.delete(ring);
        if (own.size > 0) return;
        followers.delete(key);
        leave(key);
      };
    },
  };
}

function isSame(left: Place, right: Place): boolean {
  return left.projectId === right.projectId && left.entity === right.entity && left.entityId === right.entityId;
}

const hubs = new WeakMap<Database, PresenceHub>();

/** The hub of everybody who works on this database through this process. */
export function presenceHubOf(db: Database): PresenceHub {
  const hub = hubs.get(db) ?? createPresenceHub(() => performance.now());
  hubs.set(db, hub);
  return hub;
}
