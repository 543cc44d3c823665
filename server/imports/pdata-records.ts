import { lineOf } from "#shared/features/imports/cordis-rules.ts";
import type { Consortia, Place } from "#shared/features/imports/consortium.ts";
import { emptyPlan, type ParsedPlan } from "#shared/features/imports/plan-parts.ts";
import { parseScaled } from "#shared/scaled.ts";

import type { YamlMap } from "./formats/yaml-import.ts";
import { ImportRefusal } from "./import-limits.ts";
import { checkPdata } from "./pdata-check.ts";
import { type PdataParts, PdataReader } from "./pdata-reader.ts";
import type { ProblemList } from "./problem-list.ts";

export type PdataContent = { consortia: Consortia; plan: ParsedPlan };

/** Told from other text files by two of its top keys. */
export const looksLikePdata = (text: string) => /^site:\s*$/m.test(text) && /^wp:\s*$/m.test(text);

/**
 * The plan of a proposal written with the LaTeX class of Horizon projects (`.pdata.yaml`): project, sites, work
 * packages, tasks, deliverables, milestones and effort. Months are counted from 0 there, as the end of the month
 * before: 12–24 are our months 13 to 24. What contradicts itself is told and kept as it stands.
 */
export function pdataContent(top: YamlMap, file: string, problems: ProblemList): PdataContent {
  const reader = new PdataReader(file, problems);
  const general = top.map("prop")?.map("gen");
  const externalId = lineOf(general?.text("proposalnumber"));
  if (!general || !/^[\w./-]{1,60}$/.test(externalId)) throw new ImportRefusal("NOTHING_RECOGNISED");
  const place: Place = { file, sheet: null, row: general.row };
  const acronym = reader.name(general, "acronym", 100) ?? externalId;
  const months = reader.count(general, "months");
  const plan = emptyPlan({ externalId, acronym }, place);
  const sites = new Set((top.map("site")?.maps() ?? []).map(([name]) => name));
  const wps = new Map((top.map("wp")?.maps() ?? []).map(([name, wp]) => [name, wp]));
  const parts = { top, reader, sites, wps, codeOf: (name: string) => lineOf(wps.get(name)?.text("label")) || name };
  addStreams(plan, parts);
  addTasks(plan, parts);
  addDeliverables(plan, parts);
  addMilestones(plan, parts);
  addEfforts(plan, parts);
  checkPdata(plan, parts);
  return {
    consortia: {
      projects: [
        {
          externalId,
          place,
          acronym,
          title: reader.name(general, "title", 300),
          durationMonths: months,
          callTopic: reader.name(general, "callid", 100) ?? null,
        },
      ],
      ...membersOf(top, externalId, reader),
    },
    plan,
  };
}

/** Sites are known by their short names alone; their number here is made of the project's and that name. */
function membersOf(
  top: YamlMap,
  projectId: string,
  reader: PdataReader,
): Pick<Consortia, "organisations" | "participations"> {
  const found: Pick<Consortia, "organisations" | "participations"> = { organisations: [], participations: [] };
  for (const [name, site] of top.map("site")?.maps() ?? []) {
    const place = reader.at(site.row);
    const externalId = `${projectId}/${name}`;
    const number = reader.count(site, "number");
    found.organisations.push({ externalId, place, name, shortName: name });
    const role = number === 1 ? ("coordinator" as const) : ("beneficiary" as const);
    const sourceNumber = number ?? found.participations.length + 1;
    found.participations.push({
      place,
      projectId,
      organisationId: externalId,
      role,
      sourceNumber,
      isNumbered: number !== null,
      hasLeft: false,
    });
  }
  return found;
}

function addStreams(plan: ParsedPlan, { reader, sites, wps, codeOf }: PdataParts): void {
  for (const [name, wp] of wps) {
    const number = reader.count(wp, "number");
    if (number === null) {
      reader.error(wp, "number", "MISSING_VALUE", "stream");
      continue;
    }
    plan.streams.push({
      place: reader.at(wp.row),
      number,
      code: codeOf(name),
      title: reader.name(wp, "title", 300) ?? name,
      kind: wp.text("type") === "MGT" ? "horizontal" : "technology",
      lead: reader.lead(wp, sites),
      ...reader.span(wp, "start", "end"),
      state: wp.text("status") === "canceled" ? "dropped" : "planned",
    });
  }
}

function addTasks(plan: ParsedPlan, { top, reader, sites, codeOf }: PdataParts): void {
  for (const [name, group] of top.map("task")?.maps() ?? []) {
    for (const [key, task] of group.maps()) {
      const lead = reader.lead(task, sites);
      plan.tasks.push({
        place: reader.at(task.row),
        stream: codeOf(name),
        number: reader.labelNumber(task, "T", codeOf(name)),
        title: reader.name(task, "title", 300) ?? key,
        lead,
        partners: reader.partners(task, lead, sites),
        ...reader.phases(task),
      });
    }
  }
}

function addDeliverables(plan: ParsedPlan, { top, reader, sites, codeOf }: PdataParts): void {
  for (const [name, group] of top.map("deliv")?.maps() ?? []) {
    for (const [key, deliverable] of group.maps()) {
      plan.deliverables.push({
        place: reader.at(deliverable.row),
        stream: codeOf(name),
        number: reader.labelNumber(deliverable, "D", codeOf(name)),
        title: reader.name(deliverable, "title", 300) ?? key,
        lead: reader.lead(deliverable, sites),
        type: reader.type(deliverable),
        dissemination: reader.dissemination(deliverable),
        dueMonth: reader.month(deliverable, "due"),
        state: reader.deliverableState(deliverable),
        link: reader.link(deliverable, "blog"),
      });
    }
  }
}

function addMilestones(plan: ParsedPlan, { top, reader, wps, codeOf }: PdataParts): void {
  for (const [key, milestone] of top.map("mile")?.maps() ?? []) {
    const dueMonth = reader.month(milestone, "month");
    if (dueMonth === null) {
      reader.error(milestone, "month", "MISSING_VALUE", "milestone");
      continue;
    }
    const named = lineOf(milestone.text("delivs")).split(",").filter(Boolean);
    const groups = new Set(named.map((each) => each.trim().split("@")[0] ?? ""));
    plan.milestones.push({
      place: reader.at(milestone.row),
      number: reader.plainNumber(milestone, "label", "M"),
      title: reader.name(milestone, "title", 300) ?? key,
      streams: [...groups].filter((each) => wps.has(each)).map(codeOf),
      dueMonth,
      verification: reader.prose(milestone, "verif", 4_000) ?? "",
    });
  }
}

/** Each work package has a table of its own: site → person-months. */
function addEfforts(plan: ParsedPlan, { top, reader, sites, wps, codeOf }: PdataParts): void {
  for (const name of wps.keys()) {
    for (const [participant, cell] of top.map(name)?.maps() ?? []) {
      const given = cell.text("RM");
      if (given === null) continue;
      const place = reader.at(cell.rowOf("RM"));
      const hundredths = parseScaled(given, 2);
      if (!sites.has(participant) || hundredths === null || hundredths < 0) {
        const code = sites.has(participant) ? "NOT_AN_EFFORT" : "UNKNOWN_PARTICIPANT";
        reader.error(cell, "RM", code, "effort", sites.has(participant) ? given : participant);
      } else if (hundredths > 0) {
        plan.efforts.push({ place, column: codeOf(name), participant, stream: codeOf(name), hundredths });
      }
    }
  }
}
