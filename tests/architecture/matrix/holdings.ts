import { eq } from "drizzle-orm";

import type { Database } from "#server/db/database.ts";
import { contributions, updates } from "#server/db/schema/index.ts";
import { proposeContribution } from "#server/features/contributions/contribution-service.ts";
import { proposeAmendment } from "#server/features/contributions/amendment-service.ts";
import { agreeContribution, counterContribution } from "#server/features/contributions/offer-service.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";
import type { Confidentiality } from "#shared/features/contributions/contribution-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";

import { type Attached, attachTalk } from "./talk-scene.ts";
import type { Row } from "./row-inputs.ts";

/** What one member has in the ledger, one of each state; all of it shared, or all of it confided to the coordinator. */
export type Holding = {
  /** Waits for an answer: a member's to the coordinator's counter-offer, the coordinator's own for its agreement. */
  open: Row;
  agreed: Row;
  draft: Row;
  submitted: Row;
  /** A change of an agreed line that its member proposed; on the coordinator's own lines it is agreed at once. */
  amendment: Row;
} & Attached;

type Place = {
  db: Database;
  projectId: string;
  periodId: string;
  streamId: string;
  participantId: string;
  organisationId: string;
  /** Writes for the member, and for the coordinator: the same person when the member coordinates. */
  member: Person;
  coordinator: Person;
};

/** Terms of a small offer in money. */
export const terms = {
  effortPmHundredths: null,
  quantity: null,
  unit: null,
  valueCents: 100_00,
  basis: "own-cost",
  basisNote: "",
  fromMonth: 1,
  toMonth: 2,
} as const;

/** Puts one member's lines and reports in place through the program itself, so that all of it has a history. */
export async function makeHolding(place: Place, confidentiality: Confidentiality): Promise<Holding> {
  const { db, member, coordinator, projectId, participantId, periodId } = place;
  const propose = (title: string) =>
    actAs(db, member, (tx) =>
      proposeContribution(tx, member, {
        projectId,
        participantId,
        streamId: place.streamId,
        kind: "cash",
        title,
        confidentiality,
        terms,
      }),
    );
  const isOwn = member.userId === coordinator.userId;
  const counter = async (line: Row) =>
    isOwn
      ? line
      : actAs(db, coordinator, (tx) =>
          counterContribution(tx, coordinator, { id: line.id, version: line.version, terms, reason: "Less" }),
        );
  const agree = (line: Row) =>
    actAs(db, coordinator, (tx) => agreeContribution(tx, coordinator, { id: line.id, version: line.version }));
  const report = (line: Row) =>
    actAs(db, member, (tx) =>
      saveUpdate(tx, member, {
        contributionId: line.id,
        periodId,
        version: null,
        patch: { text: "Done", deliveredCents: 10_00, progressBp: 1_000 },
      }),
    );
  const open = await counter(await propose("Open"));
  const agreed = await agree(await propose("Agreed"));
  const draft = await report(await agree(await propose("Begun")));
  const reported = await report(await agree(await propose("Reported")));
  const submitted = await actAs(db, member, (tx) =>
    submitUpdate(tx, member, { id: reported.id, version: reported.version }),
  );
  const changed = await agree(await propose("Changed"));
  const { id: amendmentId, version } = await actAs(db, member, (tx) =>
    proposeAmendment(tx, member, {
      contributionId: changed.id,
      version: changed.version,
      terms: { ...terms, valueCents: 200_00 },
      reason: "More",
    }),
  );
  const rows = {
    open: await lineNow(db, open.id),
    agreed: await lineNow(db, agreed.id),
    draft: await reportNow(db, draft.id),
    submitted: await reportNow(db, submitted.id),
  };
  const { projectId: of, organisationId } = place;
  const attached = await attachTalk({ db, projectId: of, organisationId, writer: member }, rows);
  return { ...rows, amendment: { id: amendmentId, version }, ...attached };
}

async function lineNow(db: Database, id: string): Promise<Row> {
  const [row] = await db.read
    .select({ id: contributions.id, version: contributions.version })
    .from(contributions)
    .where(eq(contributions.id, id));
  if (!row) throw new Error("the line is gone");
  return row;
}

async function reportNow(db: Database, id: string): Promise<Row> {
  const [row] = await db.read
    .select({ id: updates.id, version: updates.version })
    .from(updates)
    .where(eq(updates.id, id));
  if (!row) throw new Error("the report is gone");
  return row;
}
