import { trpcClient } from "#client/app/trpc.ts";
import { listenToAsides } from "#client/lib/live-asides.ts";
import { tabId } from "#client/lib/random-id.ts";
import type { Place, Present, PresenceView, Typing } from "#shared/features/presence/presence.ts";

/** How often an open page says that it is still looked at, in ms; the server forgets it after 20 s. */
const beatEvery = 8_000;
/** How often a field that is written in says so again, and how long after the last key it stops, in ms. */
const typingEvery = 2_000;
const typingEndsAfter = 2_500;
/** A page nobody touches for so long is looked at by nobody, in ms. */
const idleAfter = 120_000;

type Beat = typeof trpcClient.presence.beat.mutate;

const nobody: readonly Present[] = [];

/** Where this tab is and what it types, told to the server; and who else is there, told by it. Nothing while the tab is hidden or idle. */
export class PresenceStore {
  readonly #send: Beat;
  readonly #listeners = new Set<() => void>();
  #place: Place | null = null;
  #typing: Typing | null = null;
  #view: PresenceView | null = null;
  #typingSentAt = 0;
  #touchedAt = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;
  #typingEnd: ReturnType<typeof setTimeout> | undefined;

  constructor(send: Beat) {
    this.#send = send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The people on this page, the own person among them. */
  readonly people = (): readonly Present[] =>
    this.#view !== null && this.#place !== null && isSame(this.#view.place, this.#place) ? this.#view.people : nobody;

  /** Comes to a page, or leaves all of them. */
  goTo(place: Place | null): void {
    if (place === null ? this.#place === null : this.#place !== null && isSame(place, this.#place)) return;
    this.#place = place;
    this.#typing = null;
    clearInterval(this.#timer);
    if (place !== null) this.#timer = setInterval(() => this.#beatIfAwake(), beatEvery);
    this.#beat();
    this.#tell();
  }

  /** Somebody touched the page. */
  touch(): void {
    const wasIdle = Date.now() - this.#touchedAt > idleAfter;
    this.#touchedAt = Date.now();
    if (wasIdle) this.#beatIfAwake();
  }

  /** The tab was hidden or shown. */
  awake(): void {
    if (document.hidden) this.#beat(null);
    else this.#beatIfAwake();
  }

  note(typing: Typing): void {
    this.touch();
    clearTimeout(this.#typingEnd);
    this.#typingEnd = setTimeout(() => this.stop(typing), typingEndsAfter);
    const isOther = this.#typing === null || key(this.#typing) !== key(typing);
    if (!isOther && Date.now() - this.#typingSentAt < typingEvery) return;
    this.#typing = typing;
    this.#typingSentAt = Date.now();
    this.#beatIfAwake();
  }

  stop(typing: Typing): void {
    if (this.#typing === null || key(this.#typing) !== key(typing)) return;
    clearTimeout(this.#typingEnd);
    this.#typing = null;
    this.#beatIfAwake();
  }

  hear(view: PresenceView): void {
    this.#view = view;
    this.#tell();
  }

  #beatIfAwake(): void {
    if (this.#place !== null && !document.hidden && Date.now() - this.#touchedAt <= idleAfter) this.#beat();
  }

  #beat(place = this.#place): void {
    // Presence is a courtesy: what fails is said again by the next beat.
    this.#send({ tab: tabId, place, typing: place === null ? null : this.#typing }).catch(() => undefined);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isSame(left: Place, right: Place): boolean {
  return left.projectId === right.projectId && left.entity === right.entity && left.entityId === right.entityId;
}

function key({ entity, entityId, field }: Typing): string {
  return `${entity} ${entityId} ${field}`;
}

export const presence = new PresenceStore((input) => trpcClient.presence.beat.mutate(input));

listenToAsides((aside) => {
  if (typeof aside !== "object" || aside === null) return;
  if ("presence" in aside) presence.hear(aside.presence as PresenceView);
  // A new channel knows nothing of this tab yet.
  if ("again" in aside) presence.awake();
});
