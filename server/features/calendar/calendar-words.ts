import type { DeliverableState } from "#shared/features/deliverables/deliverable-words.ts";
import type { Language } from "#shared/languages.ts";

type CalendarWords = {
  name: string;
  milestone: string;
  deliverable: string;
  month: string;
  lead: string;
  type: string;
  state: string;
  verification: string;
  reached: string;
  open: string;
  states: Record<DeliverableState, string>;
};

/** Own words of a calendar, in the language of the person whose it is. */
export const calendarWords: Record<Language, CalendarWords> = {
  en: {
    name: "milestones and deliverables",
    milestone: "Milestone",
    deliverable: "Deliverable",
    month: "Project month",
    lead: "Lead",
    type: "Type",
    state: "Status",
    verification: "Means of verification",
    reached: "reached on",
    open: "not reached yet",
    states: {
      pending: "pending",
      draft: "draft",
      submitted: "submitted",
      accepted: "accepted",
      returned: "returned",
      cancelled: "cancelled",
    },
  },
  ru: {
    name: "контрольные точки и результаты",
    milestone: "Контрольная точка",
    deliverable: "Результат",
    month: "Месяц проекта",
    lead: "Ведущий",
    type: "Тип",
    state: "Состояние",
    verification: "Способ проверки",
    reached: "достигнута",
    open: "ещё не достигнута",
    states: {
      pending: "ожидается",
      draft: "черновик",
      submitted: "сдан",
      accepted: "принят",
      returned: "возвращён",
      cancelled: "отменён",
    },
  },
  fi: {
    name: "välitavoitteet ja tuotokset",
    milestone: "Välitavoite",
    deliverable: "Tuotos",
    month: "Hankekuukausi",
    lead: "Vetäjä",
    type: "Tyyppi",
    state: "Tila",
    verification: "Todentamistapa",
    reached: "saavutettu",
    open: "ei vielä saavutettu",
    states: {
      pending: "odottaa",
      draft: "luonnos",
      submitted: "toimitettu",
      accepted: "hyväksytty",
      returned: "palautettu",
      cancelled: "peruttu",
    },
  },
};
