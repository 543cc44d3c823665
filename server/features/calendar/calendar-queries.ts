import { and, eq, isNull } from "drizzle-orm";

import { monthEndOn } from "#shared/dates.ts";
import { notFound } from "#shared/fault.ts";
import type { CalendarFile, CalendarState } from "#shared/features/calendar/calendar.ts";
import { type Calendar, type CalendarEntry, writeCalendar } from "#shared/features/calendar/icalendar-rules.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayKnowParticipant } from "#shared/features/participants/participant-policy.ts";
import type { Language } from "#shared/languages.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  calendarFeeds,
  deliverables,
  milestones,
  organisations,
  participants,
  projects,
  streams,
  users,
} from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { calendarWords } from "./calendar-words.ts";

type Options = { language: Language; base: string };

/** Whether this person has an address for the project's calendar, and how much is in it. Faults: NOT_FOUND. */
export async function showCalendar(db: ReadDb, person: Person, projectId: string): Promise<CalendarState> {
  const membership = await loadMembership(db, person, projectId);
  const [feed] = await db
    .select({ createdAt: calendarFeeds.createdAt, lastUsedAt: calendarFeeds.lastUsedAt })
    .from(calendarFeeds)
    .where(
      and(
        eq(calendarFeeds.projectId, projectId),
        eq(calendarFeeds.userId, person.userId),
        isNull(calendarFeeds.revokedAt),
      ),
    );
  const { startOn, entries } = await entriesOf(db, membership, { language: "en", base: "" });
  return { feed: feed ?? null, entries: entries.length, hasStart: startOn !== null };
}

/** The calendar of a project as a file, in the person's language. `base` is the address of the program. Faults: NOT_FOUND. */
export async function calendarFile(
  db: ReadDb,
  person: Person,
  { projectId, base }: { projectId: string; base: string },
): Promise<CalendarFile> {
  const membership = await loadMembership(db, person, projectId);
  const [user] = await db.select({ language: users.language }).from(users).where(eq(users.id, person.userId));
  const calendar = await calendarOf(db, membership, { language: user?.language ?? "en", base });
  const fileName = `${calendar.name.replaceAll(/[^\p{L}\p{M}\p{N} _-]/gu, "").slice(0, 100)}.ics`;
  return { fileName, text: writeCalendar(calendar) };
}

async function calendarOf(db: ReadDb, membership: Membership, options: Options): Promise<Calendar> {
  const { acronym, entries } = await entriesOf(db, membership, options);
  return { name: `${acronym}: ${calendarWords[options.language].name}`, entries };
}

/** Milestones and deliverables with a due month, on its last day, in the order of time; none while the project has no start. */
async function entriesOf(db: ReadDb, membership: Membership, options: Options) {
  const { projectId } = membership;
  const [project] = await db
    .select({
      acronym: projects.acronym,
      startOn: projects.startOn,
      version: projects.version,
      updatedAt: projects.updatedAt,
    })
    .from(projects)
    .where(eq(projects.id, projectId));
  if (!project) throw notFound();
  const { acronym, startOn } = project;
  if (startOn === null) return { acronym, startOn, entries: [] };
  const scene: Scene = {
    ...options,
    membership,
    acronym,
    streams: new Map(
      (await db.select().from(streams).where(eq(streams.projectId, projectId))).map((row) => [row.id, row]),
    ),
    // A start that moves takes every entry with it.
    changed: (row) => ({
      sequence: row.version + project.version,
      changedAt: Math.max(row.updatedAt, project.updatedAt),
      on: monthEndOn(startOn, row.dueMonth),
    }),
  };
  const entries = [...(await milestoneEntries(db, scene)), ...(await deliverableEntries(db, scene))];
  return { acronym, startOn, entries: entries.toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)) };
}

const placeOf = (entry: CalendarEntry) => `${entry.on} ${entry.uid}`;

type Scene = Options & {
  membership: Membership;
  acronym: string;
  streams: Map<string, typeof streams.$inferSelect>;
  changed: (row: {
    version: number;
    updatedAt: number;
    dueMonth: number;
  }) => Pick<CalendarEntry, "sequence" | "changedAt" | "on">;
};

async function milestoneEntries(db: ReadDb, scene: Scene): Promise<CalendarEntry[]> {
  const words = calendarWords[scene.language];
  const { projectId } = scene.membership;
  const rows = await db.select().from(milestones).where(eq(milestones.projectId, projectId));
  return rows.map((row) => {
    const state = row.reachedOn === null ? words.open : `${words.reached} ${row.reachedOn}`;
    const text = [`${words.month} ${row.dueMonth}`, `${words.state}: ${state}`];
    if (row.verification !== "") text.push(`${words.verification}: ${row.verification}`);
    return {
      uid: `milestone-${row.id}@consortia`,
      ...scene.changed(row),
      title: `${scene.acronym} M${row.number}: ${row.title}`,
      description: text.join("\n"),
      categories: [words.milestone, ...row.streamIds.flatMap((id) => scene.streams.get(id)?.code ?? [])],
      url: `${scene.base}/projects/${projectId}/milestones`,
      isCancelled: false,
    };
  });
}

async function deliverableEntries(db: ReadDb, scene: Scene): Promise<CalendarEntry[]> {
  const words = calendarWords[scene.language];
  const { projectId } = scene.membership;
  const leads = await leadNames(db, scene.membership);
  const rows = await db.select().from(deliverables).where(eq(deliverables.projectId, projectId));
  return rows.flatMap((row) => {
    const { dueMonth } = row;
    if (dueMonth === null) return [];
    const stream = scene.streams.get(row.streamId);
    const text = [`${words.month} ${dueMonth}`, `${words.type}: ${row.type}`];
    if (row.state !== null) text.push(`${words.state}: ${words.states[row.state]}`);
    const lead = row.leadParticipantId === null ? undefined : leads.get(row.leadParticipantId);
    if (lead !== undefined) text.push(`${words.lead}: ${lead}`);
    return [
      {
        uid: `deliverable-${row.id}@consortia`,
        ...scene.changed({ ...row, dueMonth }),
        title: `${scene.acronym} D${stream?.number ?? 0}.${row.number}: ${row.title}`,
        description: text.join("\n"),
        categories: [words.deliverable, ...(stream ? [stream.code] : [])],
        url: `${scene.base}/projects/${projectId}/streams/${row.streamId}`,
        isCancelled: row.state === "cancelled",
      },
    ];
  });
}

/** Short names of the participants this reader may know of. */
async function leadNames(db: ReadDb, membership: Membership): Promise<Map<string, string>> {
  const rows = await db
    .select({
      id: participants.id,
      state: participants.state,
      name: organisations.name,
      shortName: organisations.shortName,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, membership.projectId));
  return new Map(
    rows.filter((row) => mayKnowParticipant(membership, row)).map((row) => [row.id, row.shortName ?? row.name]),
  );
}
