import { fold } from "../../text.ts";

type Named = { acronym: string; title: string; keywords: readonly string[]; place: string | null };

/** The folded columns a project is searched and ordered by; to be written whenever one of these texts changes. */
export function projectSearchTexts(project: Named): { search: string; sortName: string } {
  const texts = [project.acronym, project.title, ...project.keywords, project.place ?? ""];
  return { search: fold(texts.join(" ")), sortName: fold(project.acronym) };
}
