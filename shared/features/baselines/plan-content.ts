/** Kinds of rows a frozen plan is made of. */
export const contentKinds = [
  "project",
  "participant",
  "stream",
  "task",
  "link",
  "deliverable",
  "milestone",
  "contribution",
  "budget",
] as const;
export type ContentKind = (typeof contentKinds)[number];

/** Value of one field of a frozen row; lists are of ids. */
export type ContentValue = string | number | boolean | null | string[];
export type ContentRow = { id: string } & Record<string, ContentValue>;

/** A plan as it stood: rows by kind, each in the order of its id. */
export type PlanContent = Partial<Record<ContentKind, ContentRow[]>>;

/** The fields of each kind that are frozen and compared, in the order they are told. */
export const contentFields = {
  project: ["title", "startOn", "durationMonths", "currency", "ruleBook"],
  participant: ["number", "organisationId", "name", "role", "state"],
  stream: [
    "number",
    "code",
    "title",
    "kind",
    "description",
    "leadParticipantId",
    "startMonth",
    "endMonth",
    "trlStart",
    "trlTarget",
    "state",
  ],
  task: [
    "streamId",
    "number",
    "title",
    "description",
    "leadParticipantId",
    "participantIds",
    "startMonth",
    "endMonth",
    "pinned",
    "progressBp",
    "state",
  ],
  link: ["predecessorId", "successorId", "lagMonths"],
  deliverable: [
    "streamId",
    "taskId",
    "number",
    "title",
    "description",
    "leadParticipantId",
    "type",
    "dissemination",
    "dueMonth",
    "state",
    "submittedOn",
    "lateReason",
  ],
  milestone: ["number", "title", "streamIds", "dueMonth", "verification", "reachedOn"],
  contribution: [
    "participantId",
    "streamId",
    "kind",
    "title",
    "effortPmHundredths",
    "quantity",
    "unit",
    "valueCents",
    "basis",
    "fromMonth",
    "toMonth",
    "costCategory",
    "confidentiality",
    "state",
  ],
  budget: [
    "participantId",
    "streamId",
    "category",
    "title",
    "units",
    "unit",
    "unitPriceCents",
    "fromMonth",
    "toMonth",
    "note",
  ],
} as const satisfies Record<ContentKind, readonly string[]>;

/** Which field of a kind says who answers for the row. */
const ownerField = {
  stream: "leadParticipantId",
  task: "leadParticipantId",
  deliverable: "leadParticipantId",
  contribution: "participantId",
  budget: "participantId",
} as const;

/** The participant that answers for a row; a participant answers for itself; null: nobody, or the project. */
export function ownerOf(kind: ContentKind, row: ContentRow): string | null {
  if (kind === "participant") return row.id;
  const field = kind in ownerField ? ownerField[kind as keyof typeof ownerField] : null;
  return field === null ? null : textOf(row, field);
}

/** The stream a row belongs to; null: none, several, or the project. */
export function streamOf(kind: ContentKind, row: ContentRow): string | null {
  if (kind === "stream") return row.id;
  if (kind !== "milestone") return textOf(row, "streamId");
  const streams = row["streamIds"];
  return Array.isArray(streams) && streams.length === 1 ? (streams[0] ?? null) : null;
}

/** The text in a field, or null when it holds none. */
export function textOf(row: ContentRow | undefined, field: string): string | null {
  const value = row?.[field];
  return typeof value === "string" ? value : null;
}

/** The whole number in a field, or null when it holds none. */
export function numberOf(row: ContentRow | undefined, field: string): number | null {
  const value = row?.[field];
  return typeof value === "number" ? value : null;
}

/** What people call each row: number and title, by id. */
export function labelsOfContent(content: PlanContent): Map<string, string> {
  const streams = new Map((content.stream ?? []).map((row) => [row.id, numberOf(row, "number") ?? 0]));
  const labels = new Map<string, string>();
  for (const row of content.participant ?? []) labels.set(row.id, textOf(row, "name") ?? "");
  for (const row of content.stream ?? []) labels.set(row.id, `${textOf(row, "code")} ${textOf(row, "title")}`);
  const inStream = (row: ContentRow) =>
    `${streams.get(textOf(row, "streamId") ?? "") ?? "?"}.${numberOf(row, "number")}`;
  for (const row of content.task ?? []) labels.set(row.id, `T${inStream(row)} ${textOf(row, "title")}`);
  for (const row of content.deliverable ?? []) labels.set(row.id, `D${inStream(row)} ${textOf(row, "title")}`);
  for (const row of content.milestone ?? []) labels.set(row.id, `M${numberOf(row, "number")} ${textOf(row, "title")}`);
  for (const kind of ["project", "contribution", "budget"] as const)
    for (const row of content[kind] ?? []) labels.set(row.id, textOf(row, "title") ?? "");
  for (const row of content.link ?? []) {
    const [from, to] = [textOf(row, "predecessorId"), textOf(row, "successorId")];
    labels.set(row.id, `${labels.get(from ?? "") ?? "?"} → ${labels.get(to ?? "") ?? "?"}`);
  }
  return labels;
}
