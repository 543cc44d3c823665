import { useTranslation } from "react-i18next";
import { ProjectField } from "#client/features/projects/project-field.tsx";
import { OrganisationFact } from "#client/features/projects/organisation-fact.tsx";
import classes from "#client/features/projects/project-page.module.css";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";

const texts = ["summary", "objectives"] as const;
const facts = [
  "acronym",
  "startOn",
  "durationMonths",
  "periodMonths",
  "currency",
  "ruleBook",
  "visibility",
  "place",
  "keywords",
  "callTopic",
  "fundingScheme",
] as const;

/** The facts of a project; each is edited where it stands. */
export function ProjectFactsPanel({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  return (
    <PagePanel title={t("projects:facts")}>
      <div className={classes["texts"]}>
        {texts.map((name) => (
          <ProjectField key={name} project={project} name={name} />
        ))}
      </div>
      <div className={classes["facts"]}>
        <OrganisationFact label={t("projects:fields.cluster")} organisation={project.cluster} />
        <OrganisationFact label={t("projects:fields.coordinator")} organisation={project.coordinator} />
        {facts.map((name) => (
          <ProjectField key={name} project={project} name={name} />
        ))}
      </div>
    </PagePanel>
  );
}
