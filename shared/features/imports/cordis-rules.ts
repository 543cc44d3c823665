import { type ActivityType, activityTypes, type OrganisationKind } from "../organisations/organisation-words.ts";
import type { ParticipantRole } from "../participants/participant-words.ts";
import type { ProjectStatus } from "../projects/project-words.ts";

/** A cell as a reader gives it; days of a spreadsheet come as ISO text. */
export type CellValue = string | number | boolean | null;

/** A value, or the code of what is wrong with it. */
export type Read<T> = { value: T } | { appCode: string };

const blanks = new Set(["", "null", "NULL"]);

/** Whether a cell says nothing: empty, blanks, or the literal NULL of database exports. */
export function isBlank(cell: CellValue | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && blanks.has(cell.trim()));
}

/** A cell as one line of text: white space is one blank, numbers in their shortest decimal form. */
export function lineOf(cell: CellValue | undefined): string {
  return isBlank(cell) ? "" : String(cell).normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/**
 * An amount as exact cents through the decimal text of its cell; null for a blank cell. A third decimal and more is
 * taken for a floating-point artefact when it is less than a millionth of a unit, else TOO_PRECISE. A decimal dot or
 * comma is told by its place; where that cannot be known (`1,234`) the answer is AMBIGUOUS_AMOUNT.
 */
export function readCents(cell: CellValue | undefined): Read<number | null> {
  if (isBlank(cell)) return { value: null };
  if (typeof cell === "boolean") return { appCode: "NOT_AN_AMOUNT" };
  const text = String(cell)
    .replaceAll(/[\s\u00a0\u202f'’]/g, "")
    .replace(/^(?:€|EUR)|(?:€|EUR)$/g, "");
  if (/^-\d/.test(text)) return { appCode: "NEGATIVE_AMOUNT" };
  const plain = typeof cell === "number" ? text : withDot(text);
  if (plain === null) return { appCode: "AMBIGUOUS_AMOUNT" };
  const match = /^(\d{1,15})(?:\.(\d{1,20}))?$/.exec(plain);
  if (!match) return { appCode: "NOT_AN_AMOUNT" };
  const [, whole = "0", decimals = ""] = match;
  const fraction = decimals.padEnd(20, "0");
  const beyond = BigInt(fraction.slice(2));
  const unit = 10n ** 18n;
  const up = beyond * 2n >= unit;
  // Cents beyond the second decimal, in units of 10^-20; a millionth of a unit is 10^14 of them.
  const difference = up ? unit - beyond : beyond;
  if (difference >= 10n ** 14n) return { appCode: "TOO_PRECISE" };
  const cents = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2)) + (up ? 1n : 0n);
  return cents > BigInt(Number.MAX_SAFE_INTEGER) ? { appCode: "OUT_OF_RANGE" } : { value: Number(cents) };
}

/** The amount with a dot before its decimals and no signs between thousands; null when it can be read in two ways. */
function withDot(text: string): string | null {
  const comma = text.lastIndexOf(",");
  const dot = text.lastIndexOf(".");
  if (comma < 0 && (dot < 0 || text.indexOf(".") === dot)) return text;
  if (comma >= 0 && dot >= 0) {
    const [decimal, thousands] = comma > dot ? [",", "."] : [".", ","];
    return text.replaceAll(thousands, "").replace(decimal, ".");
  }
  const sign = comma >= 0 ? "," : ".";
  const groups = text.split(sign);
  if (groups.length > 2) return groups.slice(1).every((group) => group.length === 3) ? groups.join("") : text;
  const [whole = "", rest = ""] = groups;
  return rest.length === 3 && whole.length <= 3 && whole !== "0" ? null : `${whole}.${rest}`;
}

/** A day as ISO text from `2018-09-01`, a time behind it, `01/09/2018`, `1.9.2018` (day first) or a spreadsheet's serial number. */
export function readDay(cell: CellValue | undefined): Read<string | null> {
  if (isBlank(cell)) return { value: null };
  const text = String(cell).trim();
  const serial = typeof cell === "number" && cell > 20_000 && cell < 80_000 ? Math.floor(cell) : null;
  if (serial !== null) return { value: new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10) };
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOr(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  return local ? dayOr(local[3], local[2], local[1]) : { appCode: "NOT_A_DAY" };
}

function dayOr(year = "", month = "", day = ""): Read<string> {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return isReal ? { value: text } : { appCode: "NOT_A_DAY" };
}

const roles: ReadonlyMap<string, ParticipantRole> = new Map([
  ["coordinator", "coordinator"],
  ["hostinstitution", "coordinator"],
  ["participant", "beneficiary"],
  ["beneficiary", "beneficiary"],
  ["partner", "beneficiary"],
  ["thirdparty", "third-party"],
  ["linkedthirdparty", "third-party"],
  ["internationalpartner", "associated-partner"],
  ["associatedpartner", "associated-partner"],
  ["partnerorganisation", "associated-partner"],
  ["partnerorganization", "associated-partner"],
  ["affiliatedentity", "affiliated-entity"],
  ["subcontractor", "subcontractor"],
]);

/** The role a source names in any spelling (`thirdParty`, `Associated partner`); UNKNOWN_ROLE for any other word. */
export function readRole(cell: CellValue | undefined): Read<ParticipantRole> {
  const role = roles.get(
    lineOf(cell)
      .toLowerCase()
      .replaceAll(/[^a-z]/g, ""),
  );
  return role ? { value: role } : { appCode: "UNKNOWN_ROLE" };
}

/** The CORDIS activity type; null for a blank cell, UNKNOWN_ACTIVITY_TYPE for any other code. */
export function readActivityType(cell: CellValue | undefined): Read<ActivityType | null> {
  const text = lineOf(cell).toUpperCase();
  if (text === "") return { value: null };
  const type = activityTypes.find((each) => each === text);
  return type ? { value: type } : { appCode: "UNKNOWN_ACTIVITY_TYPE" };
}

/** Yes for true, yes, y and 1 in any case. */
export function isYes(cell: CellValue | undefined): boolean {
  return ["true", "yes", "y", "1"].includes(lineOf(cell).toLowerCase());
}

/** What a source says of a project's life, where it says anything: closed and terminated projects; else undefined. */
export function readStatus(cell: CellValue | undefined): ProjectStatus | undefined {
  const word = lineOf(cell).toUpperCase();
  return word === "CLOSED" ? "completed" : word === "TERMINATED" ? "cancelled" : undefined;
}

const kinds: Record<ActivityType, OrganisationKind> = {
  PRC: "enterprise",
  HES: "education",
  REC: "research",
  PUB: "public",
  OTH: "other",
};

/** The kind an imported organisation starts with. */
export function kindOfActivity(type: ActivityType | null | undefined): OrganisationKind {
  return type ? kinds[type] : "other";
}

/** The status a new project gets from its dates (ISO days): completed, running, or submitted before its start. */
export function statusOfDates(startOn: string | null, endOn: string | null, today: string): ProjectStatus {
  if (endOn !== null && endOn < today) return "completed";
  return startOn !== null && startOn <= today ? "running" : "submitted";
}
