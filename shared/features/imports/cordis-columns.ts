/** Spellings of each column of CORDIS tables, folded: letters and digits only. Earlier ones win. */
const participationNames = {
  projectId: [
    "projectid",
    "projectnumber",
    "projectreference",
    "grantagreementid",
    "grantagreementnumber",
    "grantnumber",
    "projectrcnid",
  ],
  acronym: ["projectacronym", "acronym"],
  organisationId: [
    "organisationid",
    "organizationid",
    "pic",
    "picorganisationid",
    "picnumber",
    "participantpic",
    "generalpic",
    "piccode",
    "orgid",
    "organisationpic",
    "participantid",
  ],
  name: [
    "name",
    "organisationname",
    "organizationname",
    "legalname",
    "participantlegalname",
    "participantname",
    "company",
    "companyname",
    "organisation",
    "organization",
    "beneficiaryname",
    "participant",
    "beneficiary",
  ],
  shortName: ["shortname", "organisationshortname", "organizationshortname", "participantshortname"],
  activityType: [
    "activitytype",
    "activitytypecode",
    "organisationactivitytype",
    "organisationtype",
    "organizationtype",
    "legalentitytype",
    "orgtype",
  ],
  country: ["country", "countrycode", "organisationcountry", "participantcountry", "countryiso"],
  region: ["nutscode", "nuts", "region"],
  city: ["city", "town", "organisationcity"],
  street: ["street", "streetaddress"],
  postCode: ["postcode", "postalcode", "zip"],
  website: ["organizationurl", "organisationurl", "url", "website", "homepage"],
  vatNumber: ["vatnumber", "vat"],
  sme: ["sme", "issme"],
  role: ["role", "participantrole", "organisationrole", "participationrole", "participationtype"],
  order: ["order", "ordernumber", "participantorder", "partnernumber", "participantnumber"],
  ended: ["endofparticipation", "terminated"],
  grant: [
    "eccontribution",
    "eucontribution",
    "ecfunding",
    "eufunding",
    "participanteccontribution",
    "contribution",
    "grant",
  ],
  netGrant: ["neteccontribution", "neteucontribution", "netcontribution"],
  participantCost: ["totalcost", "participanttotalcost", "organisationtotalcost"],
  title: ["projecttitle", "title"],
  startOn: ["projectstartdate", "startdate", "start", "projectstart"],
  endOn: ["projectenddate", "enddate", "end", "projectend"],
  projectCost: ["totalcostproject", "projecttotalcost", "totalprojectcost"],
  maxGrant: [
    "ecmaxcontribution",
    "projectecmaxcontribution",
    "ecmaxcontributionproject",
    "maxeccontribution",
    "maxgrant",
  ],
  topic: ["topics", "topic", "topiccode", "calltopic"],
  fundingScheme: ["fundingscheme", "typeofaction", "instrument"],
} as const satisfies Record<string, readonly string[]>;

const projectNames = {
  projectId: [
    "projectid",
    "id",
    "projectnumber",
    "projectreference",
    "reference",
    "grantagreementid",
    "grantagreementnumber",
    "grantnumber",
  ],
  acronym: ["acronym", "projectacronym"],
  title: ["title", "projecttitle"],
  status: ["status", "projectstatus"],
  startOn: ["startdate", "start", "projectstartdate", "projectstart"],
  endOn: ["enddate", "end", "projectenddate", "projectend"],
  projectCost: ["totalcost", "projecttotalcost", "totalcostproject", "totalprojectcost"],
  maxGrant: [
    "ecmaxcontribution",
    "eumaxcontribution",
    "maxeccontribution",
    "maximumeccontribution",
    "maxgrant",
    "eucontribution",
    "eccontribution",
  ],
  topic: ["topics", "topic", "topiccode", "calltopic"],
  fundingScheme: ["fundingscheme", "typeofaction", "instrument"],
  objective: ["objective", "objectives", "abstract", "summary"],
  keywords: ["keywords"],
} as const satisfies Record<string, readonly string[]>;

export type CordisField = keyof typeof participationNames | keyof typeof projectNames;
export type CordisContent = "projects" | "participations";

/** Columns that make a table of participations tell of its projects too; an acronym alone does not. */
export const projectFieldsInParticipations = [
  "title",
  "startOn",
  "endOn",
  "projectCost",
  "maxGrant",
  "topic",
  "fundingScheme",
] as const;

function foldHeader(header: string): string {
  return header
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, "");
}

/** `ecContribution_EUR` is `ecContribution`. */
function withoutCurrency(folded: string): string {
  return folded.replace(/(?:in)?(?:eur|euro|euros)$/, "");
}

function assign(headers: readonly string[], names: Record<string, readonly string[]>): Map<CordisField, number> {
  const folded = headers.map(foldHeader);
  const bare = folded.map(withoutCurrency);
  const taken = new Set<number>();
  const found = new Map<CordisField, number>();
  for (const [field, spellings] of Object.entries(names)) {
    for (const spelling of spellings) {
      const exact = folded.findIndex((name, index) => name === spelling && !taken.has(index));
      const index = exact >= 0 ? exact : bare.findIndex((name, at) => name === spelling && !taken.has(at));
      if (index < 0) continue;
      taken.add(index);
      found.set(field as CordisField, index);
      break;
    }
  }
  return found;
}

/**
 * What a table with these headers holds and which column each field stands in (0-based), in any order and with any
 * other columns between; null for a table that is neither of projects nor of participations.
 */
export function recogniseColumns(
  headers: readonly string[],
): { content: CordisContent; columns: Map<CordisField, number> } | null {
  const participations = assign(headers, participationNames);
  const has = (field: CordisField) => participations.has(field);
  const id = headers.findIndex((header) => foldHeader(header) === "id");
  // Older exports call the organisation's number `id` beside a `projectID` and a role.
  if (!has("organisationId") && has("projectId") && has("role") && has("name") && id >= 0)
    participations.set("organisationId", id);
  if (has("organisationId") && (has("role") || has("name"))) {
    // Within a table of participations `id` can only be the project's.
    if (!has("projectId") && id >= 0) participations.set("projectId", id);
    return { content: "participations", columns: participations };
  }
  const projects = assign(headers, projectNames);
  if (!projects.has("projectId") || !(projects.has("acronym") || projects.has("title"))) return null;
  // Deliverables, topics and publications name their project too; only a table of projects tells when, how and for how much.
  const telling = (["startOn", "endOn", "projectCost", "maxGrant", "fundingScheme"] as const).some((field) =>
    projects.has(field),
  );
  return telling ? { content: "projects", columns: projects } : null;
}
