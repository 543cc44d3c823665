import { eq, sql } from "drizzle-orm";

import { isInConsortium, type Person } from "#shared/features/members/standing.ts";
import { mayViewAs } from "#shared/features/access/access-policy.ts";
import {
  actsForParticipant,
  mayAnswerInvitation,
  mayDescribeParticipant,
  mayInviteAgain,
  mayKnowParticipant,
  mayMakeCoordinator,
  mayPlanParticipants,
  mayRemoveParticipant,
  mayWithdrawParticipant,
} from "#shared/features/participants/participant-policy.ts";
import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";
import type {
  ListParticipantsInput,
  ParticipantList,
  ParticipantRow,
} from "#shared/features/participants/participant.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, participants, streams } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

const byProject = prepared("participants_of_project", (db) =>
  db
    .select({
      id: participants.id,
      version: participants.version,
      number: participants.number,
      organisationId: participants.organisationId,
      organisationName: organisations.name,
      shortName: organisations.shortName,
      sortName: organisations.sortName,
      search: organisations.search,
      kind: organisations.kind,
      size: organisations.size,
      country: organisations.country,
      city: organisations.city,
      role: participants.role,
      state: participants.state,
      joinedOn: participants.joinedOn,
      leftOn: participants.leftOn,
      contact: participants.contact,
      roleText: participants.roleText,
      fundingRateBp: participants.fundingRateBp,
      grantCents: participants.grantCents,
      netGrantCents: participants.netGrantCents,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, sql.placeholder("projectId")))
    .orderBy(participants.number),
);

const namesByProject = prepared("participants_names", (db) =>
  db
    .select({
      id: participants.id,
      number: participants.number,
      organisationId: participants.organisationId,
      name: organisations.name,
      shortName: organisations.shortName,
      country: organisations.country,
      role: participants.role,
      state: participants.state,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, sql.placeholder("projectId")))
    .orderBy(participants.number),
);

const leadsOf = prepared("participants_leads", (db) =>
  db
    .select({ id: streams.id, code: streams.code, leadParticipantId: streams.leadParticipantId })
    .from(streams)
    .where(eq(streams.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number),
);

type Found = Awaited<ReturnType<typeof byProject>>[number];

/**
 * The participant rows of a project this reader may know of, by number: outsiders see who takes part, not who was
 * asked, declined or left.
 */
export async function participantsOfProject(db: ReadDb, membership: Membership): Promise<Found[]> {
  return known(await byProject(db, { projectId: membership.projectId }), membership);
}

/** The same rows with no more than who takes part, for pages that show much else. */
export async function participantNamesOfProject(db: ReadDb, membership: Membership) {
  return known(await namesByProject(db, { projectId: membership.projectId }), membership);
}

function known<Row extends Pick<Found, "state">>(rows: Row[], membership: Membership): Row[] {
  return rows.filter((row) => mayKnowParticipant(membership, row));
}

/** Participants of a project, narrowed and ordered. Faults: NOT_FOUND. */
export async function listParticipants(
  db: ReadDb,
  person: Person,
  input: ListParticipantsInput,
): Promise<ParticipantList> {
  const membership = await loadMembership(db, person, input.projectId);
  const found = await participantsOfProject(db, membership);
  const leads = await leadsOf(db, { projectId: input.projectId });
  const wanted = fold(input.search);
  const rows = found
    .filter((row) => (!input.role || row.role === input.role) && (!input.state || row.state === input.state))
    .filter((row) => row.search.includes(wanted))
    .toSorted(orderOf(input))
    .map((row) =>
      toRow(
        row,
        membership,
        leads.filter((lead) => lead.leadParticipantId === row.id),
      ),
    );
  return { rows, total: rows.length, mayAdd: mayPlanParticipants(membership) };
}

/** One participant row as the list shows it, for the answer to a stale write. */
export async function showParticipant(db: ReadDb, membership: Membership, id: string): Promise<ParticipantRow | null> {
  const found = await participantsOfProject(db, membership);
  const row = found.find((each) => each.id === id);
  if (!row) return null;
  const leads = await leadsOf(db, { projectId: membership.projectId });
  return toRow(
    row,
    membership,
    leads.filter((lead) => lead.leadParticipantId === id),
  );
}

function toRow(found: Found, membership: Membership, leads: { id: string; code: string }[]): ParticipantRow {
  const { sortName: _sortName, search: _search, ...row } = found;
  const inside = isInConsortium(membership);
  return {
    ...row,
    contact: inside ? row.contact : null,
    fundingRateBp: inside ? row.fundingRateBp : null,
    grantCents: inside ? row.grantCents : null,
    netGrantCents: inside ? row.netGrantCents : null,
    leads: leads.map(({ id, code }) => ({ id, code })),
    isOwn: actsForParticipant(membership, row),
    may: {
      revise: mayPlanParticipants(membership),
      describe: mayDescribeParticipant(membership, row),
      answer: mayAnswerInvitation(membership, row),
      inviteAgain: mayInviteAgain(membership, row),
      withdraw: mayWithdrawParticipant(membership, row),
      remove: mayRemoveParticipant(membership, row),
      makeCoordinator: mayMakeCoordinator(membership, row),
      viewAs: mayViewAs(membership, row),
    },
  };
}

// Nothing known comes last, whichever way round; equal rows stay in the order of their numbers.
function orderOf(input: ListParticipantsInput) {
  const keys: Record<ListParticipantsInput["sort"], (row: Found) => string | number | null> = {
    number: (row) => row.number,
    name: (row) => row.sortName,
    country: (row) => row.country,
    role: (row) => participantRoles.indexOf(row.role),
    state: (row) => participantStates.indexOf(row.state),
    joined: (row) => row.joinedOn,
  };
  const key = keys[input.sort];
  return (left: Found, right: Found): number => {
    const [one, other] = [key(left), key(right)];
    if (one === other) return 0;
    if (one === null) return 1;
    if (other === null) return -1;
    return (one < other ? -1 : 1) * (input.descending ? -1 : 1);
  };
}
