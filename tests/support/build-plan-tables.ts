import { horizonTables } from "#shared/features/exports/export-words.ts";
import type { PlanTables, TableCost } from "#shared/features/exports/plan-tables.ts";

/** A text that a careless writer would turn into a formula. */
export const formulaText = '=HYPERLINK("https://example.org";"click")';

const names = ["Ekoterm Heat Works", "Aurinko Lämpö Oy", "Чистый воздух", "Žaliasis Miestas UAB"];

const cost = (participantId: string, category: TableCost["category"], title: string, cents: number): TableCost => ({
  participantId,
  category,
  title,
  note: category === "B" ? "No member has such a laboratory." : "",
  stream: "S1",
  cents,
});

/** Tables of a plan with `streams` work packages and four participants; figures are odd, so that a wrong sum shows. */
export function buildPlanTables(streams = 4, overrides: Partial<PlanTables> = {}): PlanTables {
  const numbers = Array.from({ length: streams }, (_, index) => index + 1);
  const participants = names.map((name, index) => ({
    participantId: `p${index + 1}`,
    number: index + 1,
    name,
    isThirdParty: index === 3,
  }));
  const cells = participants.flatMap(({ participantId }, row) =>
    numbers
      .filter((number) => (number + row) % 3 !== 0)
      .map((number) => ({ participantId, streamId: `s${number}`, pmHundredths: 133 * number + 7 * row })),
  );
  const sumBy = (key: "participantId" | "streamId") =>
    Object.fromEntries(
      [...Map.groupBy(cells, (cell) => cell[key])].map(([id, group]) => [
        id,
        group.reduce((sum, { pmHundredths }) => sum + pmHundredths, 0),
      ]),
    );
  return {
    keys: [...horizonTables],
    participants,
    streams: numbers.map((number) => ({
      streamId: `s${number}`,
      number,
      code: `S${number}`,
      title: number === 1 ? formulaText : `Conversion of heat into electricity ${number}`,
      description:
        "Objectives: less waste.\n\nThe dryer takes heat back from the turbine, and the city takes the rest.",
      leadId: "p2",
      startMonth: number,
      endMonth: number + 12,
    })),
    tasks: numbers.flatMap((number) =>
      [1, 2].map((task) => ({
        streamId: `s${number}`,
        code: `T${number}.${task}`,
        title: `Trial run ${task}`,
        description: task === 1 ? "Two weeks at full load.\nThen a week at half load." : "",
        leadId: "p1",
        participantIds: ["p2", "p3"],
        startMonth: number,
        endMonth: number + 4,
      })),
    ),
    deliverables: numbers.map((number) => ({
      streamId: `s${number}`,
      code: `D${number}.1`,
      title: "Report of the trial run",
      description: "+1 page of figures, and how they were measured.",
      leadId: "p3",
      type: "R",
      dissemination: "PU",
      dueMonth: number + 5,
    })),
    milestones: [{ number: 1, title: "First heat", streams: ["S1", "S2"], dueMonth: 9, verification: "@protocol" }],
    leftOut: 0,
    risks: [
      {
        number: 1,
        title: "The permit comes late",
        description: "The authority may ask for a second hearing.",
        likelihood: "M",
        severity: "H",
        streams: ["S1"],
        mitigation: "-Talks have begun.",
      },
    ],
    effort: {
      rows: sumBy("participantId"),
      columns: sumBy("streamId"),
      cells,
      total: cells.reduce((sum, { pmHundredths }) => sum + pmHundredths, 0),
    },
    costs: {
      hiddenIds: [],
      items: [
        cost("p1", "A.1", "Engineers", 10_000_033),
        cost("p1", "C.1", "Meetings", 400_010),
        cost("p1", "C.2", "Turbine", 2_500_020),
        cost("p1", "C.3", "Consumables", 900_007),
        cost("p1", "B", "Measurements", 310_009),
        cost("p1", "D.2", "Use of the test stand", 70_001),
        cost("p2", "A.1", "Engineers", 3_000_000),
        cost("p2", "C.1", "Meetings", 120_010),
        cost("p3", "C.3", "Filters", 1_010_020),
        cost("p4", "C.2", "Hall lent for two years", 640_099),
      ],
    },
    ...overrides,
  };
}
