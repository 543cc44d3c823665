import { eq } from "drizzle-orm";

import type { Database } from "#server/db/database.ts";
import { partLinks } from "#server/db/schema/index.ts";
import { issuePartLink, type PartOfPeriod } from "#server/features/reporting/part-link-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildBaseline, buildRisk } from "#tests/support/build-plan.ts";
import { buildMilestone, buildParticipant, buildProject, buildStream } from "#tests/support/build-project.ts";
import { buildPeriod } from "#tests/support/build-contribution.ts";
import type { ProjectVisibility } from "#shared/features/projects/project-words.ts";

import { type Holding, makeHolding } from "./holdings.ts";
import { makePlan, type Planned } from "./plan-scene.ts";
import type { Row } from "./row-inputs.ts";
import { type Asked, askQuestions, type Questions } from "./talk-scene.ts";

type Organisation = { id: string; version: number };

/** A member's part of a project. */
export type Part = Planned & {
  participant: Row;
  organisation: Organisation;
  stream: Row;
  risk: Row;
  link: Row;
  token: string;
  shared?: Holding;
  confided?: Holding;
};

/** A project as inputs name it. */
export type Place = Questions & {
  project: Row;
  milestone: Row;
  period: Row;
  lead: Row;
  streams: readonly Row[];
  baseline: Row;
  risks: readonly Row[];
};

type Member = { organisation: Organisation; state: "accepted" | "invited" | "withdrawn"; writer?: Person };
type Plan = {
  visibility: ProjectVisibility;
  clusterId: string | null;
  members: Record<string, Member>;
  leadName: string;
};

type Joined = { name: string; member: Member; participant: Asked; stream: Row & { projectId: string } };

/** Builds a project with a stream led by each member, and the holdings of those who have a writer. */
export async function makeProject(db: Database, { visibility, clusterId, members, leadName }: Plan) {
  const project = await buildProject(db, { visibility, clusterId });
  const milestone = await buildMilestone(db, project);
  const period = await buildPeriod(db, project);
  const names = [leadName, ...Object.keys(members).filter((name) => name !== leadName)];
  const parts: Record<string, Part> = {};
  const coordinator = members[leadName]?.writer;
  if (!coordinator) throw new Error("the coordinator has nobody who writes");
  const joined: Joined[] = [];
  for (const [index, name] of names.entries()) {
    const member = members[name];
    if (!member) continue;
    const role = name === leadName ? "coordinator" : "beneficiary";
    const participant = await buildParticipant(db, project, member.organisation, {
      number: index + 1,
      role,
      state: member.state,
    });
    const stream = await buildStream(db, project, { number: index + 1, leadParticipantId: participant.id });
    joined.push({ name, member, participant, stream });
  }
  for (const { name, member, participant, stream } of joined) {
    const place = {
      db,
      projectId: project.id,
      periodId: period.id,
      streamId: stream.id,
      participantId: participant.id,
      organisationId: member.organisation.id,
    };
    const writer = member.state === "accepted" ? member.writer : undefined;
    const holding = async (confidentiality: "consortium" | "coordinator") =>
      writer ? { of: await makeHolding({ ...place, member: writer, coordinator }, confidentiality) } : null;
    const [shared, confided] = [await holding("consortium"), await holding("coordinator")];
    parts[name] = {
      ...(await makePlan(db, stream, participant)),
      risk: await buildRisk(db, project, { ownerParticipantId: participant.id }),
      ...(await makeLink(db, { ...place, userId: (writer ?? coordinator).userId })),
      participant,
      organisation: member.organisation,
      stream,
      ...(shared ? { shared: shared.of } : {}),
      ...(confided ? { confided: confided.of } : {}),
    };
  }
  const lead = parts[leadName]?.participant ?? project;
  const streams = joined.map(({ stream }) => stream);
  const risks = Object.values(parts).map(({ risk }) => risk);
  const baseline = await buildBaseline(db, project);
  const inState = (state: Member["state"]) =>
    joined.filter(({ member }) => member.state === state).map(({ participant }) => participant);
  const [invited] = [...inState("invited"), ...inState("accepted").toReversed()];
  if (!invited) throw new Error("nobody takes part");
  const questions = await askQuestions(db, coordinator, project.id, { accepted: inState("accepted"), invited });
  return { place: { project, milestone, period, lead, streams, risks, baseline, ...questions } satisfies Place, parts };
}

/** A personal link to the part, and its token; an empty one where nobody may have a link. */
async function makeLink(db: Database, part: PartOfPeriod): Promise<{ link: Row; token: string }> {
  const token = await db.housekeep((tx) => issuePartLink(tx, { ...part, kind: "mail" }));
  const { id, version, participantId } = partLinks;
  const [link] = await db.read.select({ id, version }).from(partLinks).where(eq(participantId, part.participantId));
  return { link: link ?? { id: part.participantId, version: 1 }, token: token ?? "" };
}
