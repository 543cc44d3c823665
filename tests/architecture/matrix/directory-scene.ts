import type { Database } from "#server/db/database.ts";
import { jobs, notifications, sessions } from "#server/db/schema/index.ts";
import { builtAt, nextId } from "#tests/support/build.ts";
import { buildMembership, buildResource } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { seats } from "#server/db/schema/index.ts";
import { eq } from "drizzle-orm";

import type { Row } from "./row-inputs.ts";
import type { Organisations } from "./people-scene.ts";

/** What is entered with an organisation. */
export type Entry = { organisation: Row; resource: Row; membership: Row; seat: Row };

/** An offered resource, a membership of the alliance and a spare viewer's seat for each organisation. */
export async function makeEntries(db: Database, all: Organisations): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const organisation of Object.values(all)) {
    if (organisation.id === all.alliance.id || organisation.id === all.spare.id) continue;
    const spare = await buildPerson(db, organisation, "viewer");
    const [seat] = await db.read
      .select({ id: seats.id, version: seats.version })
      .from(seats)
      .where(eq(seats.userId, spare.userId));
    if (!seat) throw new Error("no seat was made");
    entries.set(organisation.id, {
      organisation,
      resource: await buildResource(db, organisation),
      membership: await buildMembership(db, organisation, all.alliance),
      seat,
    });
  }
  return entries;
}

/** What belongs to one person alone. */
export type Belongings = { exported: Row; imported: Row; session: Row; note: Row };

/** A finished export, an upload and a second session of this person. */
export async function makeBelongings(db: Database, userId: string, projectId: string): Promise<Belongings> {
  const ids = { exported: nextId(), imported: nextId(), session: nextId(), note: nextId() };
  const job = {
    userId,
    state: "finished" as const,
    parameters: { format: "json", audience: "internal", language: "en" },
    createdAt: builtAt,
    finishedAt: builtAt,
  };
  const at = new Date(builtAt);
  await db.housekeep(async (tx) => {
    await tx.insert(jobs).values({ ...job, id: ids.exported, kind: "export", projectId });
    await tx.insert(jobs).values({ ...job, id: ids.imported, kind: "import", stage: "uploaded", parameters: {} });
    await tx.insert(notifications).values({
      id: ids.note,
      userId,
      kind: "reminder",
      projectId,
      entity: "project",
      entityId: projectId,
      params: {},
      at: builtAt,
    });
    await tx.insert(sessions).values({
      id: ids.session,
      token: ids.session,
      userId,
      expiresAt: new Date(builtAt + 3_600_000),
      createdAt: at,
      updatedAt: at,
    });
  });
  return {
    exported: row(ids.exported),
    imported: row(ids.imported),
    session: row(ids.session),
    note: row(ids.note),
  };
}

function row(id: string): Row {
  return { id, version: 1 };
}
