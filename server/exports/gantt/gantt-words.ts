import type { Language } from "#shared/languages.ts";
import type { GanttGrouping } from "#shared/features/plan/gantt-rows.ts";

/** The own words of a Gantt that leaves the program. */
export type GanttWords = {
  gantt: string;
  title: string;
  member: string;
  from: string;
  to: string;
  loose: string;
  today: string;
  milestone: string;
  deliverable: string;
  overdue: string;
  done: string;
  made: string;
  page: string;
  filter: Record<GanttGrouping, string>;
};

export const ganttWords: Record<Language, GanttWords> = {
  en: {
    gantt: "Gantt",
    title: "Stream, task",
    member: "Lead",
    from: "From",
    to: "To",
    loose: "Project as a whole",
    today: "Today",
    milestone: "milestone",
    deliverable: "deliverable",
    overdue: "overdue",
    done: "done",
    made: "Made",
    page: "Page",
    filter: { stream: "Whole plan, by stream", organisation: "Whole plan, by organisation" },
  },
  ru: {
    gantt: "Диаграмма Ганта",
    title: "Направление, задача",
    member: "Ведёт",
    from: "С",
    to: "По",
    loose: "Проект в целом",
    today: "Сегодня",
    milestone: "веха",
    deliverable: "результат",
    overdue: "просрочено",
    done: "выполнено",
    made: "Составлено",
    page: "Страница",
    filter: { stream: "Весь план по направлениям", organisation: "Весь план по организациям" },
  },
  fi: {
    gantt: "Gantt-kaavio",
    title: "Linja, tehtävä",
    member: "Vetäjä",
    from: "Alku",
    to: "Loppu",
    loose: "Koko hanke",
    today: "Tänään",
    milestone: "virstanpylväs",
    deliverable: "tuotos",
    overdue: "myöhässä",
    done: "valmis",
    made: "Laadittu",
    page: "Sivu",
    filter: { stream: "Koko suunnitelma linjoittain", organisation: "Koko suunnitelma organisaatioittain" },
  },
};
