import type { LedgerLine } from "#shared/features/contributions/balance-rules.ts";
import { computeBalance } from "#shared/features/contributions/balance-rules.ts";
import { contributionKinds } from "#shared/features/contributions/contribution-words.ts";
import type { Language } from "#shared/features/exports/export-words.ts";
import type {
  ProjectSummary,
  SummaryContribution,
  SummaryFigures,
  SummaryMember,
  SummaryStream,
} from "#shared/features/exports/summary.ts";

const names: [name: string, native: string | null, country: string, city: string][] = [
  ["Ekoterm Heat Works", "Экотерм — тепловые технологии", "RU", "Санкт-Петербург"],
  ["Aurinko Lämpö Oy", null, "FI", "Hämeenlinna"],
  ["Ανακύκλωση Αθηνών Α.Ε.", null, "GR", "Αθήνα"],
  ["Чистый воздух ООО", null, "RU", "Выборг"],
  ["Baltic Sorting Systems OÜ", null, "EE", "Tallinn"],
  ["Nordwind Turbinen und Energieumwandlungsanlagen GmbH", null, "DE", "Rostock"],
  ["Žaliasis Miestas UAB", null, "LT", "Klaipėda"],
  ["Värmeverket i Åbo Ab", null, "FI", "Turku"],
];
const streamTitles = [
  "Thermal waste disposal",
  "Conversion of heat into electricity",
  "Подача тепла в городскую сеть",
  "Διαλογή απορριμμάτων",
  "Air cleaning",
  "Project management",
];

export const longTitle =
  "Eight enterprises of a cleantech cluster turn the waste of one Baltic city into heat and electricity without landfill gas";

function buildMember(index: number): SummaryMember {
  const [name, nativeName, country, city] = names[index % names.length] ?? ["", null, "FI", ""];
  return {
    participantId: `p${index}`,
    number: index + 1,
    name,
    shortName: null,
    nativeName,
    role: index === 0 ? "coordinator" : index === 7 ? "associated-partner" : "beneficiary",
    state: index === 6 ? "invited" : "accepted",
    country,
    city,
    size: "small",
    roleText: index % 3 === 0 ? "Plant design, permits and commissioning" : "",
    contact: index === 1 ? "Contact Person <contact@example.org>" : "",
  };
}

function buildStream(index: number): SummaryStream {
  return {
    streamId: `s${index}`,
    number: index + 1,
    code: `S${index + 1}`,
    title: streamTitles[index] ?? `Stream ${index + 1}`,
    kind: index === 5 ? "horizontal" : "technology",
    state: "active",
    description: "",
    lead: names[index]?.[0] ?? null,
    startMonth: 1 + index,
    endMonth: 24,
    trlStart: index === 5 ? null : 4,
    trlNow: index === 5 ? null : 5,
    trlTarget: index === 5 ? null : 8,
  };
}

function buildLine(index: number): SummaryContribution {
  const kind = contributionKinds[index % contributionKinds.length] ?? "effort";
  const member = names[index % names.length]?.[0] ?? "";
  return {
    contributionId: `c${index}`,
    participantId: `p${index % names.length}`,
    member,
    streamId: index % 7 === 6 ? null : `s${index % 6}`,
    kind,
    title:
      index === 3
        ? '=HYPERLINK("https://example.org") <b>#image("x")</b>'
        : `Line ${index + 1}: pilot unit, test runs and documentation`,
    state: index % 9 === 8 ? "proposed" : "agreed",
    confidentiality: "consortium",
    effortPmHundredths: kind === "effort" ? 250 + index : null,
    quantity: kind === "effort" ? null : "1234.5",
    unit: kind === "effort" ? null : "kWh",
    valueCents: 1_234_567 + index * 100_003,
    basis: "own-cost",
    fromMonth: 1,
    toMonth: 12,
  };
}

type Sums = { value: SummaryFigures["value"]; effort: SummaryFigures["effort"] };

const figures = (row: Sums, shareBp: number | null = null): SummaryFigures => ({
  value: row.value,
  effort: row.effort,
  shareBp,
});

/** A whole summary without a database: eight members, six streams and `lines` lines, in four scripts. */
export function buildSummary(lines = 60, overrides: Partial<ProjectSummary> = {}): ProjectSummary {
  const language: Language = overrides.language ?? "en";
  const contributions = Array.from({ length: lines }, (_, index) => buildLine(index)).toSorted(
    (left, right) => Number(left.participantId.slice(1)) - Number(right.participantId.slice(1)),
  );
  const members = names.map((_, index) => buildMember(index));
  const streams = streamTitles.map((_, index) => buildStream(index));
  const ledger: LedgerLine[] = contributions.map((line) => ({
    ...line,
    id: line.contributionId,
    ownerId: line.participantId,
    hidden: line.contributionId === "c5",
  }));
  const balance = computeBalance(ledger, [
    {
      contributionId: "c0",
      periodNumber: 1,
      deliveredCents: 500_000,
      deliveredPmHundredths: 100,
      remainingCents: 800_000,
      remainingPmHundredths: 200,
    },
  ]);
  const visible = contributions.filter((line) => line.contributionId !== "c5");
  return {
    audience: "partners",
    language,
    generatedAt: Date.UTC(2026, 10, 23, 9, 30),
    project: {
      projectId: "project",
      acronym: "EKOLEND",
      title: longTitle,
      summary:
        "A city of 300 000 people burns, sorts and cleans what it throws away.\nТекст на русском: тепло для города.\nΚείμενο στα ελληνικά: θερμότητα για την πόλη.",
      objectives: "Heat for 12 000 homes.\n70 % less landfill.",
      keywords: ["waste", "тепло", "θερμότητα"],
      status: "running",
      visibility: "cluster",
      cluster: "St. Petersburg Cleantech Cluster",
      coordinator: names[0]?.[0] ?? null,
      startOn: "2026-01-01",
      endOn: "2027-12-31",
      durationMonths: 24,
      currency: "EUR",
      goals: [7, 11, 12],
      place: "Выборг",
      callTopic: null,
      fundingScheme: null,
      totalCostCents: null,
      maxGrantCents: null,
      sample: true,
    },
    members,
    streams,
    contributions: visible,
    balance: {
      total: figures(balance, balance.value.agreed === null ? null : 10_000),
      byMember: balance.participants.map((row) => ({
        id: row.participantId,
        name: names[Number(row.participantId.slice(1))]?.[0] ?? "",
        figures: figures(row, row.shareBp),
      })),
      byStream: balance.streams.map((row) => ({
        id: row.streamId,
        name: streams.find((stream) => stream.streamId === row.streamId)?.title ?? null,
        figures: figures(row),
      })),
      byKind: balance.kinds.map((row) => ({ id: row.kind, name: row.kind, figures: figures(row) })),
    },
    chart: members.map((member) => ({
      member: member.name,
      cents: Object.fromEntries(
        contributionKinds.map((kind) => [
          kind,
          visible
            .filter(
              (line) => line.participantId === member.participantId && line.kind === kind && line.state === "agreed",
            )
            .reduce((sum, line) => sum + (line.valueCents ?? 0), 0),
        ]),
      ) as ProjectSummary["chart"] extends (infer Bar)[] | null
        ? Bar extends { cents: infer Cents }
          ? Cents
          : never
        : never,
      confidential: member.participantId === "p5",
    })),
    decisions: null,
    period: { fromMonth: 11, toMonth: 12, fromOn: "2026-11-23", toOn: "2026-12-31" },
    milestones: [
      {
        milestoneId: "m1",
        number: 1,
        title: "Permit for the pilot plant",
        streams: ["S1", "S5"],
        dueMonth: 12,
        dueOn: "2026-12-31",
        reachedOn: null,
        verification: "Decision of the city council",
      },
    ],
    changes: {
      sinceAt: Date.UTC(2026, 9, 1),
      leftOut: 0,
      changes: [
        { action: "added", entity: "contribution", name: "Line 59", fields: [] },
        {
          action: "changed",
          entity: "stream",
          name: "S2 Conversion of heat into electricity",
          fields: [
            { field: "trlNow", before: { type: "integer", value: 4 }, after: { type: "integer", value: 5 } },
            {
              field: "state",
              before: { type: "word", list: "streamState", word: "planned" },
              after: { type: "word", list: "streamState", word: "active" },
            },
          ],
        },
      ],
    },
    ...overrides,
  };
}
