import { eq } from "drizzle-orm";

import { notifications, participants } from "#server/db/schema/index.ts";
import { showDecision } from "#server/features/decisions/decision-queries.ts";
import { createDecision, startVote } from "#server/features/decisions/decision-service.ts";
import { castVote, closeDecision } from "#server/features/decisions/vote-service.ts";
import type { CreateDecisionInput } from "#shared/features/decisions/decision.ts";
import type { VoteChoice } from "#shared/features/decisions/decision-words.ts";
import { actAs, buildConsortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { openTestDatabase } from "#tests/support/database.ts";

export const day = 86_400_000;
export const start = Date.UTC(2026, 10, 2, 9);

type Ref = { id: string; version: number };
type Kind = (typeof notifications.$inferSelect)["kind"];
export const ref = ({ id, version }: Ref): Ref => ({ id, version });

/** A consortium whose clock stands at `start` until it is moved, and the acts of a vote as its people do them. */
export async function openDecisionStage() {
  const clock = { now: start };
  const db = await openTestDatabase({ clock: () => clock.now });
  const scene = await buildConsortium(db);
  const { people } = scene;
  const as = <T>(who: Standpoint, work: Parameters<typeof db.transact<T>>[1]) => actAs(db, people[who], work);
  const question: CreateDecisionInput = {
    projectId: scene.project.id,
    title: "Shall we meet in Lahti?",
    text: "Two days in May.",
    closesAt: start + 7 * day,
    quorumBp: 5_000,
    majority: "simple",
    majorityBp: null,
    weighting: "organisation",
    voters: ["coordinator", "beneficiary"],
  };
  const ask = (changed: Partial<CreateDecisionInput> = {}, who: Standpoint = "coordinator") =>
    as(who, (tx) => createDecision(tx, people[who], { ...question, ...changed }));
  const open = (of: Ref) => as("coordinator", (tx) => startVote(tx, people.coordinator, ref(of)));
  return {
    clock,
    db,
    scene,
    as,
    ask,
    open,
    asked: async (changed: Partial<CreateDecisionInput> = {}) => open(await ask(changed)),
    vote: (who: Standpoint, { id }: Ref, choice: VoteChoice, version: number | null = null) =>
      as(who, (tx) => castVote(tx, people[who], { decisionId: id, version, choice, reason: "Because" })),
    close: (of: Ref) => as("coordinator", (tx) => closeDecision(tx, people.coordinator, ref(of))),
    show: (who: Standpoint, { id }: Ref) => showDecision(db.read, people[who], { id }),
    leave: (who: "member" | "other") =>
      db.housekeep((tx) =>
        tx.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, scene.participants[who].id)),
      ),
    /** Who was told, by user. */
    notified: async (kind: Kind) =>
      (await db.read.select({ userId: notifications.userId }).from(notifications).where(eq(notifications.kind, kind)))
        .map(({ userId }) => userId)
        .toSorted(),
    usersOf: (...who: Standpoint[]) => who.map((each) => people[each].userId).toSorted(),
  };
}
export type DecisionStage = Awaited<ReturnType<typeof openDecisionStage>>;
