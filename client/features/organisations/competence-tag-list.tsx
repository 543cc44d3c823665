import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/competence-tag-list.module.css";
import { NoValue } from "#client/ui/no-value.tsx";

type Props = { competences: readonly string[]; limit?: number };

/** What an organisation is good at, as tags; beyond `limit` only how many more there are. */
export function CompetenceTagList({ competences, limit = competences.length }: Props) {
  const { t } = useTranslation();
  if (competences.length === 0) return <NoValue />;
  const rest = competences.length - limit;
  return (
    <ul className={classes["list"]}>
      {competences.slice(0, limit).map((competence) => (
        <li key={competence} className={classes["tag"]}>
          {competence}
        </li>
      ))}
      {rest > 0 ? (
        <li className={classes["rest"]}>{t("organisations:list.moreCompetences", { count: rest })}</li>
      ) : null}
    </ul>
  );
}
