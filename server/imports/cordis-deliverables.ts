import type { DeliverableType } from "#shared/features/deliverables/deliverable-words.ts";
import { type CellValue, lineOf } from "#shared/features/imports/cordis-rules.ts";
import type { Place, RecognisedTable } from "#shared/features/imports/consortium.ts";
import { emptyPlan, type ParsedPlan } from "#shared/features/imports/plan-parts.ts";
import { nameSchema, proseSchema } from "#shared/text.ts";

import type { ProblemList } from "./problem-list.ts";
import type { SourceTable } from "./source-table.ts";

const needed = ["id", "title", "deliverableType", "projectID"] as const;
const wanted = [...needed, "description", "projectAcronym", "url"] as const;
type Field = (typeof wanted)[number];

const types = new Map<string, DeliverableType>([
  ["documents, reports", "R"],
  ["demonstrators, pilots, prototypes", "DEM"],
  ["websites, patent fillings, videos etc.", "DEC"],
  ["websites, patent filings, videos etc.", "DEC"],
  ["data sets, microdata, etc", "DATA"],
  ["data management plan", "DMP"],
  ["open research data pilot", "DATA"],
  ["ethics", "ETHICS"],
  ["security", "SECURITY"],
  ["other", "OTHER"],
]);

/** The stream that stands for work packages, which CORDIS does not name. Its number leaves room for the project's own. */
const cordisStream = { number: 999, code: "CORDIS", title: "CORDIS deliverables" };

const mostTitle = 300;
const mostText = 8_000;

/**
 * Deliverables that CORDIS publishes, by project; null for any other table. They are public and were submitted; their
 * number is the one in their identifier (`101113151_52_DELIVHORIZON`), so a second import finds them again.
 */
export function cordisDeliverables(
  file: string,
  { sheet, rows: [header, ...rows] }: SourceTable,
  problems: ProblemList,
): { recognised: RecognisedTable; plans: ParsedPlan[] } | null {
  const names = (header?.cells ?? []).map((cell) => lineOf(cell));
  const at = new Map(
    wanted.map((field) => [field, names.findIndex((name) => name.toLowerCase() === field.toLowerCase())]),
  );
  if (needed.some((field) => (at.get(field) ?? -1) < 0)) return null;
  const fieldAt = new Map([...at].map(([field, index]) => [index, field]));
  const plans = new Map<string, ParsedPlan>();
  for (const { row, cells } of rows) {
    const place: Place = { file, sheet, row };
    const cell = (field: Field): CellValue | undefined => cells[at.get(field) ?? -1];
    const projectId = lineOf(cell("projectID"));
    const number = /^[^_]+_(\d{1,6})_[A-Z0-9_]+$/.exec(lineOf(cell("id")))?.[1];
    if (projectId === "" || number === undefined) {
      const column = projectId === "" ? "projectID" : "id";
      problems.error(place, "BAD_IDENTIFIER", { column, value: cell(column), kind: "deliverable" });
      continue;
    }
    const acronym = lineOf(cell("projectAcronym"));
    const plan = plans.get(projectId) ?? emptyPlan({ externalId: projectId, acronym }, place);
    if (plan.streams.length === 0) plan.streams.push({ ...cordisStream, place, kind: "horizontal" });
    plans.set(projectId, plan);
    const told = (column: Field, code: string) =>
      problems.warn(place, code, { column, value: cell(column), kind: "deliverable" });
    const title = readTitle(cell("title"));
    if (title.length < lineOf(cell("title")).length) told("title", "TEXT_CUT");
    const type = types.get(lineOf(cell("deliverableType")).toLowerCase());
    if (!type) told("deliverableType", "UNKNOWN_TYPE");
    const description = proseSchema(mostText).safeParse(String(cell("description") ?? "").trim());
    if (!description.success) told("description", "TEXT_LEFT_OUT");
    const link = lineOf(cell("url"));
    const hasLink = /^https?:\/\/\S{1,1900}$/i.test(link);
    if (link !== "" && !hasLink) told("url", "NOT_A_LINK");
    plan.deliverables.push({
      place,
      stream: cordisStream.code,
      number: Number(number),
      title: title === "" ? lineOf(cell("id")) : title,
      description: description.data ?? "",
      type: type ?? "OTHER",
      dissemination: "PU",
      state: "submitted",
      link: hasLink ? link : null,
    });
  }
  const columns = names.map((name, index) => ({ header: name.slice(0, 80), field: fieldAt.get(index) ?? null }));
  return {
    recognised: { sheet, content: "deliverables", rows: rows.length, columns },
    plans: [...plans.values()],
  };
}

/** One line of at most 300 characters; the whole of a longer one is told. */
function readTitle(cell: CellValue | undefined): string {
  const line = lineOf(cell);
  const cut = line.length > mostTitle ? `${line.slice(0, mostTitle - 1)}…` : line;
  return nameSchema(mostTitle).safeParse(cut).data ?? "";
}
