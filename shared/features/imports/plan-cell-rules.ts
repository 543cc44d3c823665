import { monthOf } from "../../dates.ts";
import { parseScaled } from "../../scaled.ts";
import { fold } from "../../text.ts";
import {
  type DeliverableState,
  type DeliverableType,
  deliverableTypes,
  type DisseminationLevel,
  disseminationLevels,
} from "../deliverables/deliverable-words.ts";
import type { TaskState } from "../tasks/task-words.ts";
import { type CellValue, isBlank, lineOf, type Read, readDay } from "./cordis-rules.ts";

const lastMonth = 999;

/**
 * A project month from `M12`, `12`, `Month 12`, `мес. 12`, `kk 12`, or a date (`startOn`, the first day of the project,
 * makes it a month). Codes: NOT_A_MONTH, MONTH_OUTSIDE, NO_START_DATE.
 */
export function readMonth(cell: CellValue | undefined, startOn: string | null): Read<number | null> {
  if (isBlank(cell)) return { value: null };
  const text = fold(lineOf(cell));
  const plain = /^(?:m|month|мес|месяц|м|kk|kuukausi|k)?\.? ?(\d{1,3})(?:\.0+)?$/.exec(text)?.[1];
  if (plain !== undefined) {
    const month = Number(plain);
    return month >= 1 && month <= lastMonth ? { value: month } : { appCode: "MONTH_OUTSIDE" };
  }
  const day = readDay(cell);
  if ("appCode" in day || day.value === null) return { appCode: "NOT_A_MONTH" };
  if (startOn === null) return { appCode: "NO_START_DATE" };
  const month = monthOf(startOn, day.value);
  return month >= 1 && month <= lastMonth ? { value: month } : { appCode: "MONTH_OUTSIDE" };
}

const effortUnits = / ?(?:pm|p-m|person-months?|чел\.?-?мес\.?|чм|htkk|hkk)$/;

/** Person-months in hundredths from `12`, `12.5`, `12,5`, `1 200` or `12 PM`. Code: NOT_AN_EFFORT. */
export function readEffort(cell: CellValue | undefined): Read<number | null> {
  if (isBlank(cell)) return { value: null };
  if (typeof cell === "boolean") return { appCode: "NOT_AN_EFFORT" };
  const hundredths = parseScaled(fold(lineOf(cell)).replace(effortUnits, ""), 2);
  return hundredths === null || hundredths < 0 ? { appCode: "NOT_AN_EFFORT" } : { value: hundredths };
}

/** Progress in basis points: `45%` and 45 are percent, a fraction up to 1 (a percent cell of a spreadsheet) is a share. */
export function readProgress(cell: CellValue | undefined): Read<number | null> {
  if (isBlank(cell)) return { value: null };
  const text = lineOf(cell);
  const scaled = parseScaled(text.replace(/ ?%$/, ""), 4) ?? parseScaled(text.replace(/ ?%$/, ""), 15);
  if (scaled === null || scaled < 0) return { appCode: "NOT_A_PERCENTAGE" };
  const isShare = !text.endsWith("%") && scaled <= 10_000 && (typeof cell === "number" || scaled % 10_000 !== 0);
  const basisPoints = isShare ? scaled : Math.round(scaled / 100);
  return basisPoints <= 10_000 ? { value: basisPoints } : { appCode: "NOT_A_PERCENTAGE" };
}

/** Numbers of a code: `T4.2` and `4.2` name a stream and a number in it, `D7` or `MS3` a number alone. Code: BAD_CODE. */
export function readCode(cell: CellValue | undefined): Read<{ stream: string | null; number: number } | null> {
  if (isBlank(cell)) return { value: null };
  const match = /^\p{L}{0,10}[ .-]?(?:(\d{1,4})\.)?(\d{1,5})$/u.exec(lineOf(cell));
  const number = Number(match?.[2] ?? 0);
  return number >= 1 ? { value: { stream: match?.[1] ?? null, number } } : { appCode: "BAD_CODE" };
}

const wordsOf = <Value extends string>(lists: Readonly<Record<Value, string>>): ReadonlyMap<string, Value> =>
  new Map(
    (Object.entries(lists) as [Value, string][]).flatMap(([value, words]) =>
      [value, ...words.split("|")].map((word): [string, Value] => [fold(word), value]),
    ),
  );

const taskWords = wordsOf<TaskState>({
  planned: "not started|open|todo|to do|запланирована|запланировано|не начата|suunniteltu|aloittamatta",
  active: "in progress|running|ongoing|started|в работе|выполняется|идет|идёт|käynnissä|kesken",
  done: "completed|complete|finished|closed|завершена|завершено|выполнена|готово|valmis|tehty",
  dropped: "cancelled|canceled|отменена|отменено|снята|peruttu|peruutettu",
});

const deliverableWords = wordsOf<DeliverableState>({
  pending: "not started|planned|open|ожидается|не начат|запланирован|odottaa|suunniteltu",
  draft: "in progress|черновик|в работе|luonnos|kesken",
  submitted: "сдан|представлен|отправлен|toimitettu|jätetty",
  accepted: "approved|delivered|done|completed|принят|утвержден|утверждён|hyväksytty|valmis",
  returned: "rejected|revision requested|request for revision|возвращен|возвращён|отклонен|отклонён|palautettu|hylätty",
  cancelled: "canceled|dropped|отменен|отменён|peruttu|peruutettu",
});

const typeWords = wordsOf<DeliverableType>({
  R: "report|document, report|documents, reports|отчет|отчёт|документ|raportti|asiakirja",
  DEM: "demonstrator|pilot|prototype|demonstrators, pilots, prototypes|демонстратор|прототип|пилот|demonstraatio|prototyyppi|pilotti",
  DEC: "websites, patent filings, videos, etc|websites, patent fillings, videos etc.|website|сайт|видео|verkkosivusto|video",
  DATA: "data sets, microdata, etc|data set|dataset|набор данных|данные|aineisto|data",
  DMP: "data management plan|план управления данными|aineistonhallintasuunnitelma",
  ETHICS: "этика|etiikka",
  SECURITY: "безопасность|turvallisuus",
  OTHER: "другое|прочее|иное|muu",
});

const levelWords = wordsOf<DisseminationLevel>({
  PU: "public|публичный|открытый|julkinen",
  SEN: "sensitive|confidential|co|pp|re|конфиденциальный|закрытый|luottamuksellinen|arkaluonteinen",
  "R-UE/EU-R": "eu restricted",
  "C-UE/EU-C": "eu confidential",
  "S-UE/EU-S": "eu secret",
});

function word<Value extends string>(
  cell: CellValue | undefined,
  words: ReadonlyMap<string, Value>,
  appCode: string,
): Read<Value | null> {
  if (isBlank(cell)) return { value: null };
  const found = words.get(fold(lineOf(cell)));
  return found ? { value: found } : { appCode };
}

/** States of a task in English, Russian and Finnish. Code: UNKNOWN_STATE. */
export const readTaskState = (cell: CellValue | undefined) => word(cell, taskWords, "UNKNOWN_STATE");
/** States of a deliverable in English, Russian and Finnish. Code: UNKNOWN_STATE. */
export const readDeliverableState = (cell: CellValue | undefined) => word(cell, deliverableWords, "UNKNOWN_STATE");

/** Types of a deliverable: the funder's code, also with a dash and words behind it (`R — Document, report`). Code: UNKNOWN_TYPE. */
export function readType(cell: CellValue | undefined): Read<DeliverableType | null> {
  return word(leading(cell, deliverableTypes), typeWords, "UNKNOWN_TYPE");
}

/** Dissemination levels, also as `PU - Public`. Code: UNKNOWN_LEVEL. */
export function readLevel(cell: CellValue | undefined): Read<DisseminationLevel | null> {
  return word(leading(cell, [...disseminationLevels, "CO", "PP"]), levelWords, "UNKNOWN_LEVEL");
}

function leading(cell: CellValue | undefined, codes: readonly string[]): CellValue | undefined {
  const first = lineOf(cell).split(/ [-–—:] | \(/)[0] ?? "";
  return codes.includes(first.toUpperCase()) ? first : cell;
}
