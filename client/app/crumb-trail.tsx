import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCrumbs } from "#client/app/use-crumbs.ts";
import classes from "#client/app/crumb-trail.module.css";

/** The way to the present page; the last step is the page itself. */
export function CrumbTrail() {
  const { t } = useTranslation();
  const crumbs = useCrumbs();
  return (
    <nav aria-label={t("frame:crumbs")} className={classes["trail"]}>
      <ol className={classes["list"]}>
        {crumbs.map((crumb, index) => (
          <li key={crumb.path} className={classes["step"]}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page" className={classes["here"]}>
                {crumb.title}
              </span>
            ) : (
              <Link to={crumb.path} className={classes["link"]}>
                {crumb.title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
