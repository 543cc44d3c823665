import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { budgetLines, budgetSettings } from "#server/db/schema/index.ts";

type Stage = {
  projectId: string;
  /** Participants, streams and organisations by the key of the sample. */
  members: ReadonlyMap<string, string>;
  streamIds: ReadonlyMap<string, string>;
  organisationIds: ReadonlyMap<string, string>;
};

/** Costs beside the ledger, so that looking at the project under a funder's rule book tells something. */
const sampleCosts = [
  {
    member: "cluster",
    stream: "management",
    category: "travel",
    title: "Meetings of the partners",
    units: "8",
    unit: "journey",
    cents: 64_000,
    months: [1, 24],
  },
  {
    member: "cluster",
    stream: "management",
    category: "external",
    title: "Audit of the accounts",
    units: "2",
    unit: "report",
    cents: 450_000,
    months: [12, 24],
  },
  {
    member: "therm",
    stream: "thermal",
    category: "external",
    title: "Emission measurements by a laboratory",
    units: "6",
    unit: "series",
    cents: 385_050,
    months: [10, 24],
  },
  {
    member: "therm",
    stream: "thermal",
    category: "infrastructure",
    title: "Foundations and connections",
    units: "1",
    unit: "site",
    cents: 7_250_000,
    months: [4, 9],
  },
  {
    member: "turbine",
    stream: "power",
    category: "B",
    title: "Approval of the pressure vessel",
    units: "1",
    unit: "approval",
    cents: 1_875_000,
    months: [6, 10],
  },
  {
    member: "air",
    stream: "air",
    category: "travel",
    title: "Service journeys to the site",
    units: "14",
    unit: "journey",
    cents: 21_550,
    months: [8, 24],
  },
] as const;

/** Writes the sample's costs, flat rates and two funds. */
export async function insertBudget(tx: Tx, { projectId, members, streamIds, organisationIds }: Stage): Promise<void> {
  const { id: _id, ...revision } = freshRow(tx);
  const settings = {
    ...revision,
    projectId,
    action: "IA",
    flatRates: { officeBp: 1_500 },
    funds: [{ name: "Interreg Baltic Sea Region", rateBp: 8_000 }],
  };
  await tx.insert(budgetSettings).values(settings);
  const common = { entity: "budget", action: "created", projectId, before: null } as const;
  await tx.record({ ...common, entityId: projectId, after: { ...settings, id: projectId } });
  for (const { member, stream, cents, months, ...cost } of sampleCosts) {
    const row = {
      ...freshRow(tx),
      ...cost,
      projectId,
      participantId: members.get(member) ?? "",
      streamId: streamIds.get(stream) ?? null,
      unitPriceCents: cents,
      fromMonth: months[0],
      toMonth: months[1],
      note: "",
    };
    await tx.insert(budgetLines).values(row);
    await tx.record({ ...common, entityId: row.id, organisationId: organisationIds.get(member) ?? null, after: row });
  }
}
