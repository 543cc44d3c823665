import {
  changedReport,
  readReport,
  type ReportText,
  savedReport,
  textOfReport,
} from "#client/features/reporting/report-text.ts";
import { faultOf } from "#client/lib/fault.ts";
import type { Report, SaveUpdateInput, TodoItem, UpdateRef, UpdateResult } from "#shared/features/reporting/update.ts";

type Update = TodoItem["update"];

/** The saved report that typed text is compared with. */
export type KnownReport = { id: string | null; version: number | null; report: Report };

/** What a card shows of a report that is being written. */
export type DraftView = {
  text: ReportText;
  /** Fields whose text is no number; they are not saved. */
  unreadable: (keyof Report)[];
  state: "saved" | "typing" | "saving";
  savedAt: number | null;
  /** What somebody else saved meanwhile, until this person decides. */
  conflict: Update;
  error: unknown;
};

type Options = {
  update: Update;
  moneyPlaces: number;
  /** Milliseconds after the last key until the text is saved. */
  pause: number;
  /** What was typed before, on top of which saved report: goes on from there. */
  typed?: { known: KnownReport; text: ReportText } | undefined;
  save: (version: SaveUpdateInput["version"], patch: Partial<Report>) => Promise<UpdateResult>;
};

const knownOf = (update: Update): KnownReport => ({
  id: update?.id ?? null,
  version: update?.version ?? null,
  report: savedReport(update),
});

/**
 * A report that saves itself a moment after the last key: only the changed fields, one save after the other. Typed
 * text is never replaced; what somebody else saved in between becomes a conflict that the person settles.
 */
export class ReportDraft {
  readonly #options: Options;
  readonly #listeners = new Set<() => void>();
  #known: KnownReport;
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #view: DraftView;

  constructor(options: Options) {
    this.#options = options;
    this.#known = options.typed?.known ?? knownOf(options.update);
    const text = options.typed?.text ?? textOfReport(this.#known.report, options.moneyPlaces);
    const savedAt = options.update?.updatedAt ?? null;
    this.#view = { text, unreadable: [], state: "saved", savedAt, conflict: null, error: null };
    this.#show({});
  }

  readonly view = (): DraftView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly put = (part: Partial<ReportText>): void => {
    this.#show({ text: { ...this.#view.text, ...part }, error: null });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.pause);
  };

  /** Saves what is typed; resolves to whether all of it is saved. */
  readonly flush = (): Promise<boolean> => {
    clearTimeout(this.#timer);
    if (this.#view.conflict !== null) return Promise.resolve(false);
    if (this.#running !== null) return this.#running;
    if (!this.#isDirty()) return Promise.resolve(true);
    this.#running = this.#saveAll().finally(() => {
      this.#running = null;
      this.#show({});
    });
    this.#show({});
    return this.#running;
  };

  /** Shows what a colleague saved, unless something is being typed here. */
  readonly follow = (theirs: Update): void => {
    const isNewer = theirs !== null && theirs.version > (this.#known.version ?? 0);
    if (isNewer && !this.#isDirty() && this.#running === null) this.#adopt(theirs);
  };

  readonly takeTheirs = (): void => {
    if (this.#view.conflict !== null) this.#adopt(this.#view.conflict);
  };

  readonly keepMine = (): void => {
    if (this.#view.conflict !== null) this.#known = knownOf(this.#view.conflict);
    this.#show({ conflict: null });
    void this.flush();
  };

  /** The saved report that the typed text stands on. */
  readonly known = (): KnownReport => this.#known;

  /** Saves the report, empty if need be, so that something can hang on it; resolves to its id, null when that failed. */
  readonly begin = async (): Promise<string | null> => {
    await this.flush();
    if (this.#known.id !== null || this.#view.conflict !== null) return this.#known.id;
    try {
      const saved = await this.#options.save(this.#known.version, {});
      this.#known = { ...this.#known, id: saved.id, version: saved.version };
    } catch (error) {
      this.#show({ error });
    }
    return this.#known.id;
  };

  /** The saved report, for handing it in. */
  readonly saved = (): UpdateRef | null => {
    const { id, version } = this.#known;
    return id === null || version === null ? null : { id, version };
  };

  #pending(): Partial<Report> {
    return changedReport(this.#known.report, readReport(this.#view.text, this.#options.moneyPlaces).report);
  }

  #isDirty(): boolean {
    return Object.keys(this.#pending()).length > 0;
  }

  async #saveAll(): Promise<boolean> {
    for (let patch = this.#pending(); Object.keys(patch).length > 0; patch = this.#pending()) {
      try {
        const saved = await this.#options.save(this.#known.version, patch);
        this.#known = { id: saved.id, version: saved.version, report: { ...this.#known.report, ...patch } };
        this.#show({ savedAt: saved.updatedAt, error: null });
      } catch (error) {
        const fault = faultOf(error);
        this.#show(fault.appCode === "STALE" ? { conflict: fault.present as Update, error: null } : { error });
        return false;
      }
    }
    return true;
  }

  #adopt(theirs: NonNullable<Update>): void {
    this.#known = knownOf(theirs);
    const text = textOfReport(this.#known.report, this.#options.moneyPlaces);
    this.#show({ text, savedAt: theirs.updatedAt, conflict: null, error: null });
  }

  #show(part: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...part };
    const { unreadable } = readReport(this.#view.text, this.#options.moneyPlaces);
    const state = this.#running !== null ? "saving" : this.#isDirty() ? "typing" : "saved";
    this.#view = { ...this.#view, unreadable, state };
    for (const listener of this.#listeners) listener();
  }
}
