import fc from "fast-check";

import {
  contentFields,
  type ContentKind,
  contentKinds,
  type PlanContent,
} from "#shared/features/baselines/plan-content.ts";

export const participantIds = ["m1", "m2", "m3"];
const streamIds = ["s1", "s2"];

const someId = (ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: null });
const month = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null });

/** Fields that rules look into hold what they hold in the program; the others anything. */
const special: Record<string, fc.Arbitrary<string | number | null | string[]>> = {
  startOn: fc.constantFrom(null, "2026-01-01", "2027-03-01"),
  durationMonths: month,
  startMonth: month,
  endMonth: month,
  dueMonth: month,
  fromMonth: month,
  toMonth: month,
  number: fc.integer({ min: 1, max: 30 }),
  streamId: someId(streamIds),
  streamIds: fc.uniqueArray(fc.constantFrom(...streamIds)),
  leadParticipantId: someId(participantIds),
  participantId: fc.constantFrom(...participantIds),
  participantIds: fc.uniqueArray(fc.constantFrom(...participantIds)),
  effortPmHundredths: fc.option(fc.nat(100_000), { nil: null }),
  valueCents: fc.option(fc.nat(10_000_000), { nil: null }),
  unitPriceCents: fc.nat(1_000_000),
  units: fc.constantFrom("1", "2.5", "10"),
  state: fc.constantFrom("agreed", "proposed", "accepted", "invited"),
  confidentiality: fc.constantFrom("consortium", "coordinator"),
  dissemination: fc.constantFrom("PU", "SEN"),
};

function rowsOf(kind: ContentKind, ids: string[]) {
  const fields = Object.fromEntries(
    contentFields[kind].map((field) => [field, special[field] ?? fc.constantFrom(null, "a", "b", "Zoo")]),
  );
  return fc
    .tuple(...ids.map((id) => fc.option(fc.record({ id: fc.constant(id), ...fields }), { nil: null })))
    .map((rows) => rows.filter((row) => row !== null));
}

/** Any plan of three members and two streams, its rows in the order of their ids. */
export const anyContent: fc.Arbitrary<PlanContent> = fc.record(
  Object.fromEntries(
    contentKinds.map((kind) => [
      kind,
      rowsOf(
        kind,
        kind === "participant" ? participantIds : kind === "stream" ? streamIds : ["1", "2", "3"].map((n) => kind + n),
      ),
    ]),
  ),
);
