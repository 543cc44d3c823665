import { projectBalance } from "#server/features/contributions/balance-queries.ts";
import {
  agreeAmendment,
  counterAmendment,
  declineAmendment,
  proposeAmendment,
  withdrawAmendment,
} from "#server/features/contributions/amendment-service.ts";
import { showContribution } from "#server/features/contributions/contribution-detail-queries.ts";
import { listContributions } from "#server/features/contributions/contribution-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { listContributionsSchema } from "#shared/features/contributions/contribution-views.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import { actAs, buildConsortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";

export type Ref = { id: string; version: number };
export const ref = ({ id, version }: Ref): Ref => ({ id, version });

/** The figures of an agreed line with 1 000.00 taken off its 10 000.00. */
export const terms: Terms = {
  effortPmHundredths: 200,
  quantity: null,
  unit: null,
  valueCents: 900_000,
  basis: "own-cost",
  basisNote: "",
  fromMonth: 1,
  toMonth: 12,
};

/** A consortium whose member has one agreed line, and the acts of changing it as its people do them. */
export async function openAmendmentStage() {
  const db = await openTestDatabase();
  const scene = await buildConsortium(db);
  const { people, project } = scene;
  const line = await buildContribution(db, scene.participants.member);
  const as = <T>(who: Standpoint, work: Parameters<typeof db.transact<T>>[1]) => actAs(db, people[who], work);
  return {
    db,
    scene,
    line,
    as,
    propose: (who: Standpoint, wished: Terms | null = terms, of: Ref = line) =>
      as(who, (tx) =>
        proposeAmendment(tx, people[who], {
          contributionId: of.id,
          version: of.version,
          terms: wished,
          reason: "Prices fell",
        }),
      ),
    agree: (who: Standpoint, of: Ref) => as(who, (tx) => agreeAmendment(tx, people[who], ref(of))),
    counter: (who: Standpoint, of: Ref, wished: Terms | null) =>
      as(who, (tx) => counterAmendment(tx, people[who], { ...ref(of), terms: wished, reason: "Half way" })),
    decline: (who: Standpoint, of: Ref) =>
      as(who, (tx) => declineAmendment(tx, people[who], { ...ref(of), reason: "Not now" })),
    withdraw: (who: Standpoint, of: Ref) => as(who, (tx) => withdrawAmendment(tx, people[who], ref(of))),
    show: (who: Standpoint, id = line.id) => showContribution(db.read, people[who], { id }),
    list: (who: Standpoint, filter: object = {}) =>
      listContributions(db.read, people[who], listContributionsSchema.parse({ projectId: project.id, ...filter })),
    agreedValue: async () =>
      (await projectBalance(db.read, await loadMembership(db.read, people.coordinator, project.id))).value.agreed,
  };
}
export type AmendmentStage = Awaited<ReturnType<typeof openAmendmentStage>>;
