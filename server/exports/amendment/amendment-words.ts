import type { Language } from "#shared/features/exports/export-words.ts";
import type { DifferenceKind } from "#shared/features/baselines/compare-rules.ts";
import type { ContentKind } from "#shared/features/baselines/plan-content.ts";

/** Fields of a frozen plan that the summary has no name for. */
type OwnField =
  | "organisationId"
  | "name"
  | "ruleBook"
  | "leadParticipantId"
  | "participantId"
  | "participantIds"
  | "streamId"
  | "streamIds"
  | "taskId"
  | "pinned"
  | "predecessorId"
  | "successorId"
  | "lagMonths"
  | "type"
  | "dissemination"
  | "submittedOn"
  | "costCategory"
  | "category"
  | "units"
  | "unitPriceCents"
  | "note";

export type AmendmentWords = {
  document: string;
  note: string;
  now: string;
  facts: Record<"from" | "to" | "frozenAt" | "decidedOn" | "inForceOn" | "changes" | "later" | "earlier", string>;
  heads: Record<"totals" | "changes" | "sums" | "streams" | "signatures", string>;
  columns: Record<
    | "change"
    | "what"
    | "field"
    | "before"
    | "after"
    | "organisation"
    | "stream"
    | "days"
    | "effort"
    | "money"
    | "person"
    | "date"
    | "signature",
    string
  >;
  notes: Record<"same" | "partial" | "sign", string>;
  wholeProject: string;
  days: string;
  yes: string;
  no: string;
  statusName: string;
  change: Record<DifferenceKind, string>;
  kind: Record<ContentKind, string>;
  fields: Record<OwnField, string>;
};

/** Every own word of an amendment sheet in each language. */
export const amendmentWords: Record<Language, AmendmentWords> = {
  en: {
    document: "Amendment sheet",
    note: "Changes of the work plan that the participants agree to by their signatures.",
    now: "The plan as it stands",
    facts: {
      from: "From",
      to: "To",
      frozenAt: "as of",
      decidedOn: "Decided on",
      inForceOn: "In force from",
      changes: "Changes",
      later: "Dates later by",
      earlier: "Dates earlier by",
    },
    heads: {
      totals: "In all",
      changes: "Changes by organisation",
      sums: "What moves by organisation",
      streams: "What moves by stream",
      signatures: "Signatures",
    },
    columns: {
      change: "Change",
      what: "What",
      field: "Field",
      before: "Before",
      after: "After",
      organisation: "Organisation",
      stream: "Stream",
      days: "Days",
      effort: "Effort (PM)",
      money: "Money",
      person: "Name and function",
      date: "Place and date",
      signature: "Signature",
    },
    notes: {
      same: "Nothing has changed between the two.",
      partial: "Lines and costs that are not open to the person who made this sheet are left out on both sides.",
      sign: "The participants agree to the changes above.",
    },
    wholeProject: "The project as a whole",
    days: "days",
    yes: "yes",
    no: "no",
    statusName: "Status",
    change: { added: "added", removed: "removed", changed: "changed" },
    kind: {
      project: "Project",
      participant: "Member",
      stream: "Stream",
      task: "Task",
      link: "Order of tasks",
      deliverable: "Deliverable",
      milestone: "Milestone",
      contribution: "Contribution",
      budget: "Budget line",
    },
    fields: {
      organisationId: "Organisation",
      name: "Name",
      ruleBook: "Rule book",
      leadParticipantId: "Lead",
      participantId: "Organisation",
      participantIds: "Takes part",
      streamId: "Stream",
      streamIds: "Streams",
      taskId: "Task",
      pinned: "Pinned",
      predecessorId: "Waits for",
      successorId: "Task",
      lagMonths: "Months between",
      type: "Type",
      dissemination: "Dissemination",
      submittedOn: "Submitted on",
      costCategory: "Cost category",
      category: "Cost category",
      units: "Units",
      unitPriceCents: "Price of a unit",
      note: "Note",
    },
  },
  ru: {
    document: "Лист изменений",
    note: "Изменения плана работ, с которыми участники соглашаются своими подписями.",
    now: "План на сегодня",
    facts: {
      from: "От",
      to: "До",
      frozenAt: "по состоянию на",
      decidedOn: "Дата решения",
      inForceOn: "Действует с",
      changes: "Изменения",
      later: "Сроки позже на",
      earlier: "Сроки раньше на",
    },
    heads: {
      totals: "Всего",
      changes: "Изменения по организациям",
      sums: "Итоги по организациям",
      streams: "Итоги по направлениям",
      signatures: "Подписи",
    },
    columns: {
      change: "Изменение",
      what: "Что",
      field: "Поле",
      before: "Было",
      after: "Стало",
      organisation: "Организация",
      stream: "Направление",
      days: "Дни",
      effort: "Трудозатраты (ч.-мес.)",
      money: "Деньги",
      person: "Имя и должность",
      date: "Место и дата",
      signature: "Подпись",
    },
    notes: {
      same: "Между ними ничего не изменилось.",
      partial: "Строки и расходы, закрытые для составителя листа, не входят ни в одну из сторон.",
      sign: "Участники согласны с указанными изменениями.",
    },
    wholeProject: "Проект в целом",
    days: "дн.",
    yes: "да",
    no: "нет",
    statusName: "Статус",
    change: { added: "добавлено", removed: "удалено", changed: "изменено" },
    kind: {
      project: "Проект",
      participant: "Участник",
      stream: "Направление",
      task: "Задача",
      link: "Порядок задач",
      deliverable: "Результат",
      milestone: "Веха",
      contribution: "Вклад",
      budget: "Строка бюджета",
    },
    fields: {
      organisationId: "Организация",
      name: "Название",
      ruleBook: "Правила",
      leadParticipantId: "Ведущий",
      participantId: "Организация",
      participantIds: "Участвуют",
      streamId: "Направление",
      streamIds: "Направления",
      taskId: "Задача",
      pinned: "Закреплена",
      predecessorId: "Ждёт",
      successorId: "Задача",
      lagMonths: "Месяцев между",
      type: "Тип",
      dissemination: "Доступ",
      submittedOn: "Сдано",
      costCategory: "Статья расходов",
      category: "Статья расходов",
      units: "Единиц",
      unitPriceCents: "Цена единицы",
      note: "Примечание",
    },
  },
  fi: {
    document: "Muutoslomake",
    note: "Työsuunnitelman muutokset, jotka osallistujat hyväksyvät allekirjoituksillaan.",
    now: "Suunnitelma nyt",
    facts: {
      from: "Lähtökohta",
      to: "Vertailukohta",
      frozenAt: "tilanne",
      decidedOn: "Päätetty",
      inForceOn: "Voimassa alkaen",
      changes: "Muutokset",
      later: "Myöhemmäksi",
      earlier: "Aiemmaksi",
    },
    heads: {
      totals: "Yhteensä",
      changes: "Muutokset organisaatioittain",
      sums: "Summat organisaatioittain",
      streams: "Summat linjoittain",
      signatures: "Allekirjoitukset",
    },
    columns: {
      change: "Muutos",
      what: "Mikä",
      field: "Kenttä",
      before: "Ennen",
      after: "Jälkeen",
      organisation: "Organisaatio",
      stream: "Linja",
      days: "Päivää",
      effort: "Työmäärä (htkk)",
      money: "Raha",
      person: "Nimi ja tehtävä",
      date: "Paikka ja aika",
      signature: "Allekirjoitus",
    },
    notes: {
      same: "Mikään ei ole muuttunut näiden välillä.",
      partial: "Rivit ja kulut, jotka eivät ole lomakkeen tekijälle avoimia, on jätetty pois molemmilta puolilta.",
      sign: "Osallistujat hyväksyvät yllä olevat muutokset.",
    },
    wholeProject: "Koko projekti",
    days: "päivää",
    yes: "kyllä",
    no: "ei",
    statusName: "Tila",
    change: { added: "lisätty", removed: "poistettu", changed: "muutettu" },
    kind: {
      project: "Projekti",
      participant: "Jäsen",
      stream: "Linja",
      task: "Tehtävä",
      link: "Tehtävien järjestys",
      deliverable: "Tuotos",
      milestone: "Virstanpylväs",
      contribution: "Panos",
      budget: "Budjettirivi",
    },
    fields: {
      organisationId: "Organisaatio",
      name: "Nimi",
      ruleBook: "Säännöt",
      leadParticipantId: "Vetäjä",
      participantId: "Organisaatio",
      participantIds: "Osallistuvat",
      streamId: "Linja",
      streamIds: "Linjat",
      taskId: "Tehtävä",
      pinned: "Kiinnitetty",
      predecessorId: "Odottaa",
      successorId: "Tehtävä",
      lagMonths: "Kuukausia välissä",
      type: "Tyyppi",
      dissemination: "Julkisuus",
      submittedOn: "Toimitettu",
      costCategory: "Kustannuslaji",
      category: "Kustannuslaji",
      units: "Yksiköitä",
      unitPriceCents: "Yksikköhinta",
      note: "Huomautus",
    },
  },
};
