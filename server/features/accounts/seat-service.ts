import { and, eq, exists, ne, type SQL } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import { mayManagePeople } from "#shared/features/accounts/person-policy.ts";
import type { AddPersonInput, ChangeSeatRoleInput, RemoveSeatInput } from "#shared/features/accounts/person.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";
import type { Language } from "#shared/languages.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { seats, users } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { loadOrganisation } from "#server/features/organisations/organisation-facts-queries.ts";
import { queueMail } from "#server/mail/mail-queue.ts";

import { findPersonByEmail } from "./person-queries.ts";
import { loadSeat, loadStaffFacts, type SeatRecord } from "./seat-queries.ts";
import { endSessionsOf } from "./session-service.ts";

/** Throws unless the person looks after the people of the organisation. Faults: NOT_FOUND, FORBIDDEN. */
export async function demandPeopleRight(db: ReadDb, person: Person, organisationId: string): Promise<void> {
  demand(mayManagePeople(person, await loadStaffFacts(db, person, organisationId)));
}

type Inviter = { name: string; language: Language | null };

/**
 * Gives whoever has the address a seat, with a mail about it; an unknown address becomes an account without password, and
 * its mail a link to choose one. The answer is the same. Faults: NOT_FOUND, FORBIDDEN, CONFLICT ALREADY_SEATED.
 */
export async function addPerson(
  tx: Tx,
  person: Person,
  inviter: Inviter,
  input: AddPersonInput,
): Promise<{ accepted: true }> {
  await demandPeopleRight(tx, person, input.organisationId);
  const organisation = await loadOrganisation(tx, input.organisationId);
  const language = inviter.language ?? "en";
  const known = await findPersonByEmail(tx, input.email);
  const userId = known?.id ?? (await insertPerson(tx, input.email, language));
  const seat = { userId, organisationId: input.organisationId, role: input.role };
  const id = tx.id();
  try {
    await tx.insert(seats).values({ ...seat, id, createdAt: tx.now, updatedAt: tx.now });
  } catch (error) {
    if (!isUniqueViolation(error, "seats_pair")) throw error;
    throw new Fault("CONFLICT", "ALREADY_SEATED", {
      message: "This person belongs to the organisation already.",
      cause: error,
    });
  }
  await tx.record({
    entity: "seat",
    entityId: id,
    action: "created",
    organisationId: seat.organisationId,
    before: null,
    after: seat,
  });
  await queueMail(tx, {
    kind: known?.passwordChangedAt ? "seat-given" : "welcome",
    to: input.email,
    language,
    params: { organisation: organisation.name, role: input.role, inviter: inviter.name },
  });
  return { accepted: true };
}

/**
 * Changes the role of a seat; the person's sessions end but for `ownSessionId`, so that new rights begin with a new one.
 * Faults: NOT_FOUND, FORBIDDEN, STALE, CONFLICT LAST_OWNER, PRECONDITION_REQUIRED CONFIRM_OWN_RIGHTS.
 */
export async function changeSeatRole(
  tx: Tx,
  person: Person,
  ownSessionId: string,
  input: ChangeSeatRoleInput,
): Promise<{ version: number }> {
  const seat = await openSeat(tx, person, input);
  const version = input.version + 1;
  const { role } = input;
  const changed = await tx
    .update(seats)
    .set({ role, version, updatedAt: tx.now })
    .where(and(isThisSeat(input), role === "manager" ? undefined : leavesManager(tx, seat)))
    .returning({ id: seats.id });
  if (changed.length === 0) throw await refusal(tx, input);
  await endSessionsOf(tx, seat.userId, ownSessionId);
  await record(tx, seat, "updated", { role });
  return { version };
}

/**
 * Takes a seat away, from the next request on; the person's sessions end but for `ownSessionId`. Account and history stay.
 * Faults as `changeSeatRole`.
 */
export async function removeSeat(tx: Tx, person: Person, ownSessionId: string, input: RemoveSeatInput): Promise<null> {
  const seat = await openSeat(tx, person, input);
  const removed = await tx
    .delete(seats)
    .where(and(isThisSeat(input), leavesManager(tx, seat)))
    .returning({ id: seats.id });
  if (removed.length === 0) throw await refusal(tx, input);
  await endSessionsOf(tx, seat.userId, ownSessionId);
  await record(tx, seat, "removed", null);
  return null;
}

type SeatChange = { seatId: string; version: number; role?: SeatRole; isConfirmed?: boolean | undefined };

/** To whoever does not look after the organisation's people a seat is as unknown as one that is not there. */
async function openSeat(tx: Tx, person: Person, { seatId, role, isConfirmed }: SeatChange): Promise<SeatRecord> {
  const seat = await loadSeat(tx, seatId);
  if (!mayManagePeople(person, await loadStaffFacts(tx, person, seat.organisationId))) throw notFound();
  const losesRights = seat.userId === person.userId && seat.role === "manager" && role !== "manager";
  if (losesRights && !isConfirmed) {
    throw new Fault("PRECONDITION_REQUIRED", "CONFIRM_OWN_RIGHTS", {
      message: "You are about to take your own rights away. Please confirm.",
    });
  }
  return seat;
}

function isThisSeat({ seatId, version }: SeatChange): SQL | undefined {
  return and(eq(seats.id, seatId), eq(seats.version, version));
}

/** In the statement itself, so that of two last managers leaving at once one stays. */
function leavesManager(tx: Tx, seat: SeatRecord): SQL | undefined {
  if (seat.role !== "manager") return undefined;
  const others = and(eq(seats.organisationId, seat.organisationId), eq(seats.role, "manager"), ne(seats.id, seat.id));
  return exists(tx.select({ id: seats.id }).from(seats).where(others));
}

async function refusal(tx: Tx, { seatId, version }: SeatChange): Promise<Fault> {
  const present = await loadSeat(tx, seatId);
  if (present.version !== version) return stale({ version: present.version, role: present.role });
  return new Fault("CONFLICT", "LAST_OWNER", {
    message: "An organisation needs a manager. Make somebody else one first.",
  });
}

function record(tx: Tx, seat: SeatRecord, action: string, after: Record<string, unknown> | null): Promise<void> {
  const { userId, organisationId, role } = seat;
  const before = after === null ? { userId, organisationId, role } : { role };
  return tx.record({ entity: "seat", entityId: seat.id, action, organisationId, before, after });
}

/** Makes a person without password and without seat. Until the person says otherwise, the address is the name. */
export async function insertPerson(tx: Tx, email: string, language: Language, name = email): Promise<string> {
  const id = tx.id();
  const at = new Date(tx.now);
  const row = { name, email, language };
  await tx.insert(users).values({ ...row, id, createdAt: at, updatedAt: at });
  await tx.record({ entity: "user", entityId: id, action: "created", before: null, after: row });
  return id;
}
