import { fold } from "../../text.ts";
import type { PlanMapping } from "./plan-mapping.ts";
import { fieldsOfTarget, type PlanField, type PlanTarget } from "./plan-words.ts";

// Names of columns as plans, funders' tables and our own exports have them, folded: English, Russian, Finnish.
const names: Readonly<Record<PlanField, string>> = {
  code: "code|no|no.|nr|number|id|#|task no|task no.|task number|deliverable no|deliverable no.|deliverable number|deliverable (number)|milestone no|milestone no.|milestone number|wbs|код|номер|№|n|koodi|numero|nro|tunnus",
  title:
    "title|name|task|task name|task title|deliverable|deliverable name|deliverable title|milestone|milestone name|milestone title|activity|название|наименование|задача|результат|веха|этап|nimi|otsikko|tehtava|tulos|tuotos|valitavoite|virstanpylvas",
  description: "description|details|summary|описание|содержание|kuvaus|selite",
  stream:
    "stream|work package|work package no|work package no.|wp|work package number|wp no|wp no.|wp number|related work package|work package(s)|рабочий пакет|пакет работ|направление|поток|tyopaketti|tp|virta",
  lead: "lead|leader|lead beneficiary|lead partner|lead participant|short name of lead participant|responsible|owner|ответственный|руководитель|исполнитель|ведущий|vastuuosapuoli|vastuutaho|vastuussa|vetaja|johtaja",
  partners:
    "partners|participants|contributors|involved|other partners|партнеры|участники|kumppanit|osallistujat|osapuolet",
  startMonth:
    "start|start month|start date|from|begin|start (month)|начало|старт|дата начала|с|alku|aloitus|alkukuukausi|alkupaiva",
  endMonth:
    "end|end month|end date|to|finish|until|end (month)|окончание|конец|завершение|дата окончания|по|loppu|paattyminen|loppukuukausi|paattymispaiva",
  dueMonth:
    "due|due month|due date|deadline|delivery date|delivery month|due date (in months)|delivery date (in months)|month|срок|срок сдачи|дата сдачи|месяц|maarapaiva|erapaiva|kuukausi|maaraaika",
  progress:
    "progress|% complete|complete|done %|percent complete|прогресс|готовность|выполнение|edistyminen|valmius|valmiusaste",
  state: "state|status|состояние|статус|tila|status/tila",
  type: "type|nature|deliverable type|deliverabletype|тип|вид|tyyppi|laji",
  dissemination:
    "dissemination|dissemination level|доступ|уровень распространения|распространение|julkisuus|levitystaso|julkisuustaso",
  link: "link|url|address|ссылка|адрес|linkki|osoite",
  verification:
    "verification|means of verification|how verified|проверка|подтверждение|способ проверки|todentaminen|varmennus",
  participant:
    "participant|partner|organisation|organization|beneficiary|short name|participant short name|участник|партнер|организация|osapuoli|kumppani|organisaatio|osallistuja",
  effort: "",
};

const byName = (field: PlanField) => new Set(names[field].split("|").map((name) => fold(name)));
const nameSets = new Map((Object.keys(names) as PlanField[]).map((field) => [field, byName(field)]));
const totals = new Set(
  ["total", "sum", "totals", "итого", "всего", "сумма", "yhteensa", "summa", "σ"].map((name) => fold(name)),
);

/** Whether a row or column is called a total; it is computed here and never read. */
export const isTotal = (name: string) =>
  totals.has(fold(name).replace(/ ?(?:pm|person-?months|чел\.?-?мес\.?|htkk)$/, ""));

/**
 * What the columns seem to be, by their names alone; each field goes to one column. In a matrix everything beside the
 * participant that is no total is effort.
 */
export function guessColumns(target: PlanTarget, headers: readonly string[]): PlanMapping["columns"] {
  if (target === "effort") return guessMatrix(headers);
  const found: PlanMapping["columns"] = [];
  for (const field of fieldsOfTarget[target]) {
    const set = nameSets.get(field) ?? new Set();
    const index = headers.findIndex(
      (header, at) => set.has(fold(header).replace(/:$/, "")) && !found.some((each) => each.index === at),
    );
    if (index >= 0) found.push({ index, field });
  }
  return found.toSorted((left, right) => left.index - right.index);
}

function guessMatrix(headers: readonly string[]): PlanMapping["columns"] {
  const set = nameSets.get("participant") ?? new Set();
  const named = headers.findIndex((header) => set.has(fold(header)));
  const participant = named >= 0 ? named : 0;
  return headers.flatMap((header, index): PlanMapping["columns"] => {
    if (index === participant) return [{ index, field: "participant" }];
    return index < participant || header === "" || isTotal(header) ? [] : [{ index, field: "effort" }];
  });
}

/** Which target a header speaks of most; tasks when nothing tells. */
export function guessTarget(headers: readonly string[]): PlanTarget {
  const folded = headers.map((header) => fold(header));
  const has = (pattern: RegExp) => folded.some((header) => pattern.test(header));
  if (has(/deliverable|результат|tuotos/)) return "deliverables";
  if (has(/milestone|веха|valitavoite|virstanpylvas/)) return "milestones";
  const isMatrix =
    folded.length > 2 && folded.slice(1).filter((header) => /^(?:wp|s|рп|tp) ?\d+/.test(header)).length >= 2;
  return isMatrix ? "effort" : "tasks";
}
