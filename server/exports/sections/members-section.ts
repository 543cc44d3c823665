import type { SummaryMember } from "#shared/features/exports/summary.ts";

import type { DocumentColumn, DocumentSection } from "../summary-document.ts";
import { integerValue, type SectionContext, textValue, wordValue } from "./section-context.ts";

/** Members with roles and countries. */
export function membersSection({ summary, labels }: SectionContext): DocumentSection {
  const { columns: heads } = labels;
  const withContact = summary.members.some((member) => member.contact !== "");
  const withPart = summary.members.some((member) => member.roleText !== "");
  const columns: DocumentColumn[] = [
    { heading: heads.number, weight: 7, end: true },
    { heading: heads.member, weight: 34 },
    { heading: heads.nativeName, weight: 30, only: "sheets" },
    { heading: heads.role, weight: 20 },
    { heading: heads.state, weight: 14, only: "sheets" },
    { heading: heads.country, weight: 16 },
    { heading: heads.city, weight: 16, only: "sheets" },
    { heading: heads.size, weight: 10, only: "sheets" },
    ...(withPart ? [{ heading: heads.part, weight: 30 }] : []),
    ...(withContact ? [{ heading: heads.contact, weight: 22 }] : []),
  ];
  const rows = summary.members.map((member) => ({
    cells: [
      integerValue(member.number),
      textValue(nameOf(member, labels.words.participantState)),
      textValue(member.nativeName),
      wordValue("role", member.role),
      wordValue("participantState", member.state),
      member.country === null ? textValue(null) : ({ type: "country", code: member.country } as const),
      textValue(member.city),
      wordValue("size", member.size),
      ...(withPart ? [textValue(member.roleText)] : []),
      ...(withContact ? [textValue(member.contact)] : []),
    ],
  }));
  return {
    key: "members",
    name: labels.sections.members,
    heading: labels.headings.members,
    blocks: [{ type: "table", table: { columns, rows, empty: labels.notes.noMembers } }],
  };
}

/** The name with what is not obvious about it: an original name in another script, a state other than accepted. */
function nameOf(member: SummaryMember, states: Record<string, string>): string {
  const native = member.nativeName !== null && member.nativeName !== member.name ? ` / ${member.nativeName}` : "";
  const state = member.state === "accepted" ? "" : ` (${(states[member.state] ?? member.state).toLowerCase()})`;
  return `${member.name}${native}${state}`;
}
