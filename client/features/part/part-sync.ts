import type { PartClient } from "#client/features/part/part-client.ts";
import { PartDevice } from "#client/features/part/part-device.ts";
import { partReports } from "#client/features/part/part-reports.ts";
import type { PartStore } from "#client/features/part/part-store.ts";
import { ReportDraft } from "#client/features/reporting/report-draft.ts";
import { faultOf } from "#client/lib/fault.ts";
import { minorPlaces } from "#shared/currency.ts";
import type { Part } from "#shared/features/part/part.ts";
import type { Report, SaveUpdateInput, UpdateResult } from "#shared/features/reporting/update.ts";

/** What the page of a personal link shows. */
export type PartView = {
  part: Part | null;
  isOffline: boolean;
  /** Why the link opens nothing any more; null while it does. */
  ended: unknown;
  /** Why the part could not be read, other than for want of a network. */
  error: unknown;
  /** Lines that are handed in as soon as the server can be reached. */
  queue: readonly string[];
  /** Refusals of handing in, by contribution. */
  refusals: Readonly<Record<string, unknown>>;
  /** Lines with something that is on this device alone. */
  waiting: number;
  /** Whether this device keeps drafts at all. */
  isKept: boolean;
};

type Options = { client: PartClient; store: PartStore; pause: number; retryAfter?: number };

const longestRetryMs = 30_000;

/**
 * One part being reported on a device whose network comes and goes: every key is kept on the device, changes go to the
 * server in order when it can be reached, handed-in lines wait in a queue until they arrived.
 */
export class PartSync {
  readonly #options: Options;
  readonly #listeners = new Set<() => void>();
  readonly #drafts = new Map<string, ReportDraft>();
  readonly #device: PartDevice;
  #view: PartView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryAfter: number;
  #work: Promise<void> | null = null;
  #isAgain = false;

  constructor(options: Options) {
    this.#options = options;
    this.#retryAfter = options.retryAfter ?? 2000;
    this.#device = new PartDevice(options.store);
    const { part, queue } = this.#device.kept();
    const fresh = { part, queue, isOffline: false, ended: null, error: null, refusals: {}, waiting: 0, isKept: true };
    this.#view = fresh;
    if (part !== null) this.#adopt(part);
  }

  readonly client = (): PartClient => this.#options.client;

  readonly view = (): PartView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The report of a line while it can be written. */
  readonly draftOf = (contributionId: string): ReportDraft | null => this.#drafts.get(contributionId) ?? null;

  /** Typed text of lines that were handed in elsewhere meanwhile: it is on this device alone. */
  readonly leftoverOf = (contributionId: string): string | null =>
    this.#drafts.has(contributionId) ? null : partReports.plainText(this.#device.kept().typed[contributionId]?.text);

  /** Reads the part anew and sends whatever waits; asks again by itself while the server is out of reach. */
  readonly refresh = async (): Promise<void> => {
    clearTimeout(this.#timer);
    if (this.#view.ended !== null) return;
    try {
      const part = await this.#options.client.show();
      this.#reached();
      this.#adopt(part);
    } catch (error) {
      this.#failed(error);
      return;
    }
    await this.#send();
  };

  /** Stops asking again by itself. */
  readonly stop = (): void => clearTimeout(this.#timer);

  /** Hands lines in, now or as soon as the server can be reached. */
  readonly handIn = (contributionIds: readonly string[]): Promise<void> => {
    const refusals = Object.fromEntries(
      Object.entries(this.#view.refusals).filter(([id]) => !contributionIds.includes(id)),
    );
    this.#show({ queue: [...new Set([...this.#view.queue, ...contributionIds])], refusals });
    return this.#send();
  };

  /** Takes a line out of the queue again. */
  readonly holdBack = (contributionId: string): void =>
    this.#show({ queue: this.#view.queue.filter((id) => id !== contributionId) });

  /** Drops what was typed for a line that was handed in elsewhere. */
  readonly dropLeftover = (contributionId: string): void => {
    this.#device.type(contributionId, null);
    this.#show({});
  };

  /** Removes everything this device keeps for the link. */
  readonly forget = (): void => {
    clearTimeout(this.#timer);
    this.#drafts.clear();
    this.#device.forget();
  };

  #adopt(part: Part): void {
    const moneyPlaces = minorPlaces(part.currency);
    for (const { contributionId, mayWrite, update } of part.items) {
      const known = this.#drafts.get(contributionId);
      if (!mayWrite) this.#drafts.delete(contributionId);
      else if (known) {
        if (known.view().unreadable.length === 0) known.follow(update);
      } else {
        const typed = this.#device.kept().typed[contributionId];
        const { pause } = this.#options;
        const save = (version: SaveUpdateInput["version"], patch: Partial<Report>) =>
          this.#save(contributionId, version, patch);
        const draft = new ReportDraft({ update, moneyPlaces, pause, typed, save });
        this.#drafts.set(contributionId, draft);
        draft.subscribe(() => this.#typed(contributionId, draft));
      }
    }
    this.#show({ part, error: null });
  }

  #typed(contributionId: string, draft: ReportDraft): void {
    if (this.#drafts.get(contributionId) !== draft) return;
    const { state, unreadable, text } = draft.view();
    const isSaved = state === "saved" && unreadable.length === 0;
    this.#device.type(contributionId, isSaved ? null : { known: draft.known(), text });
    this.#show({});
  }

  async #save(
    contributionId: string,
    version: SaveUpdateInput["version"],
    patch: Partial<Report>,
  ): Promise<UpdateResult> {
    try {
      const saved = await this.#options.client.save({ contributionId, version, patch });
      this.#reached();
      return saved;
    } catch (error) {
      const own = partReports.savedBefore(error, patch);
      if (own !== null) return own;
      this.#failed(error);
      throw error;
    }
  }

  /** Saves what is typed and hands the queue in, in order; one run at a time. */
  #send(): Promise<void> {
    this.#isAgain = true;
    this.#work ??= this.#sendAll().finally(() => (this.#work = null));
    return this.#work;
  }

  async #sendAll(): Promise<void> {
    while (this.#isAgain) {
      this.#isAgain = false;
      for (const draft of this.#drafts.values()) await draft.flush();
      for (const contributionId of this.#view.queue) await this.#handInOne(contributionId);
    }
  }

  async #handInOne(contributionId: string): Promise<void> {
    const draft = this.#drafts.get(contributionId);
    if (!draft) return this.holdBack(contributionId);
    const isSaved = await draft.flush();
    const { error, unreadable } = draft.view();
    if (!isSaved && partReports.isOutOfReach(error)) return;
    const ref = draft.saved();
    if (!isSaved || unreadable.length > 0 || ref === null) return this.holdBack(contributionId);
    try {
      await this.#options.client.submit(ref);
    } catch (refused) {
      if (partReports.isOutOfReach(refused)) return this.#failed(refused);
      if (!partReports.isHandedIn(refused)) {
        this.#failed(refused);
        this.#show({ refusals: { ...this.#view.refusals, [contributionId]: refused } });
        return this.holdBack(contributionId);
      }
    }
    this.#reached();
    this.#markHandedIn(contributionId, draft);
  }

  #markHandedIn(contributionId: string, draft: ReportDraft): void {
    const { part } = this.#view;
    if (part === null) return;
    this.#device.type(contributionId, null);
    const { id, version, report } = draft.known();
    const items = part.items.map((item) =>
      item.contributionId === contributionId
        ? { ...item, mayWrite: false, update: partReports.handedIn(item.update, { id, version, report }, Date.now()) }
        : item,
    );
    this.holdBack(contributionId);
    this.#adopt({ ...part, items });
  }

  #reached(): void {
    this.#retryAfter = this.#options.retryAfter ?? 2000;
    if (this.#view.isOffline) {
      this.#show({ isOffline: false });
      // What was typed meanwhile follows at once, not with the next key.
      void this.#send();
    }
  }

  #failed(error: unknown): void {
    if (partReports.isEnd(error)) return this.#end(error);
    if (!partReports.isOutOfReach(error)) {
      if (this.#view.part === null) this.#show({ error });
      return;
    }
    this.#show({ isOffline: faultOf(error).appCode === "OFFLINE" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), this.#retryAfter);
    this.#retryAfter = Math.min(longestRetryMs, this.#retryAfter * 2);
  }

  /** The device forgets the part; what was typed and never arrived stays on the screen to be copied. */
  #end(error: unknown): void {
    clearTimeout(this.#timer);
    this.#show({ ended: error, isOffline: false, queue: [] });
    this.#device.clear();
  }

  /** Typed texts that never arrived, by the line's title. */
  readonly unsent = (): { title: string; text: string }[] => this.#device.unsent(this.#view.part);

  #show(change: Partial<PartView>): void {
    const view = { ...this.#view, ...change };
    this.#view = view.ended === null ? { ...view, ...this.#device.write(view.part, view.queue) } : view;
    for (const listener of this.#listeners) listener();
  }
}
