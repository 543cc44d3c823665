import type { ProjectSummary, SummaryValue } from "#shared/features/exports/summary.ts";

import type { DocumentBlock, DocumentFact, DocumentSection } from "../summary-document.ts";
import {
  disclosedEffort,
  disclosedMoney,
  integerValue,
  moneyValue,
  type SectionContext,
  textValue,
  wordValue,
} from "./section-context.ts";

/** Key facts, summary and objectives. */
export function coverSection({ summary, labels, text }: SectionContext): DocumentSection {
  const { project } = summary;
  const blocks: DocumentBlock[] = [];
  if (project.summary !== "") blocks.push({ type: "prose", text: project.summary });
  blocks.push({ type: "figures", rows: figuresOf() });
  blocks.push({ type: "heading", text: labels.headings.facts }, { type: "facts", rows: factsOf() });
  if (project.objectives !== "") {
    blocks.push({ type: "heading", text: labels.headings.objectives }, { type: "prose", text: project.objectives });
  }
  return { key: "cover", name: labels.sections.cover, heading: labels.sections.cover, blocks };

  function factsOf() {
    const { facts } = labels;
    const rows: DocumentFact[] = [
      { label: facts.acronym, value: textValue(project.acronym), only: "sheets" },
      { label: facts.title, value: textValue(project.title), only: "sheets" },
      { label: facts.status, value: wordValue("status", project.status) },
      { label: facts.coordinator, value: textValue(project.coordinator) },
      { label: facts.cluster, value: textValue(project.cluster) },
      { label: facts.duration, value: datesOf() },
      { label: labels.fields.durationMonths, value: integerValue(project.durationMonths) },
      { label: facts.place, value: textValue(project.place) },
      { label: facts.goals, value: textValue(project.goals.map((goal) => text.integer(goal)).join(", ")) },
      { label: facts.keywords, value: textValue(project.keywords.join(", ")) },
      { label: facts.callTopic, value: textValue(project.callTopic) },
      { label: facts.fundingScheme, value: textValue(project.fundingScheme) },
      { label: facts.totalCost, value: moneyValue(project.totalCostCents) },
      { label: facts.maxGrant, value: moneyValue(project.maxGrantCents) },
    ];
    return rows.filter((row) => row.value.type !== "none");
  }

  function figuresOf() {
    const { facts } = labels;
    const { value, effort } = summary.balance.total;
    return [
      { label: facts.members, value: integerValue(acceptedOf(summary)) },
      { label: facts.countries, value: integerValue(countriesOf(summary)) },
      { label: facts.streams, value: integerValue(summary.streams.length) },
      { label: facts.agreedEffort, value: disclosedEffort(effort.agreed) },
      { label: facts.agreedValue, value: disclosedMoney(value.agreed) },
      { label: facts.delivered, value: disclosedMoney(value.delivered) },
      { label: facts.forecast, value: disclosedMoney(value.forecast) },
    ];
  }

  function datesOf(): SummaryValue {
    if (project.startOn === null) return { type: "none" };
    return textValue(`${text.day(project.startOn)} – ${project.endOn === null ? "…" : text.day(project.endOn)}`);
  }
}

/** Organisations that take part, each counted once whatever its roles. */
function acceptedOf(summary: ProjectSummary): number {
  return new Set(summary.members.filter((member) => member.state === "accepted").map((member) => member.name)).size;
}

function countriesOf(summary: ProjectSummary): number {
  const accepted = summary.members.filter((member) => member.state === "accepted" && member.country !== null);
  return new Set(accepted.map((member) => member.country)).size;
}
