import { eq, sql } from "drizzle-orm";

import type { Me } from "#shared/features/accounts/account.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, seats } from "#server/db/schema/index.ts";

import { installationName, needsSetup } from "./installation-queries.ts";
import type { Session } from "./session-queries.ts";

const seatsOf = prepared("me_seats", (db) =>
  db
    .select({
      organisationId: organisations.id,
      organisationName: organisations.name,
      shortName: organisations.shortName,
      kind: organisations.kind,
      role: seats.role,
    })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(seats.userId, sql.placeholder("userId")))
    .orderBy(ascending(organisations.sortName), ascending(organisations.id)),
);

/** Who is signed in, the organisations by name and the one acted for, and what the installation offers; open to everybody. */
export async function showMe(
  db: ReadDb,
  session: Session | null,
  person: Person | null,
  mail: "smtp" | "outbox",
): Promise<Me> {
  const installation = {
    name: await installationName(db),
    needsSetup: session === null && (await needsSetup(db)),
    mail,
  };
  if (!session) return { user: null, seats: [], actingFor: null, installation };
  const own = await seatsOf(db, { userId: session.userId });
  const { userId: id, name, email, language, isAdministrator } = session;
  return {
    user: { id, name, email, language, isAdministrator },
    seats: own,
    actingFor: own.find((seat) => seat.organisationId === person?.seat?.organisationId) ?? null,
    installation,
  };
}
