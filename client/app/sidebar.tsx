import { useTranslation } from "react-i18next";
import { useParams } from "@tanstack/react-router";
import { BrandMark } from "#client/app/brand-mark.tsx";
import { useCommandContext } from "#client/app/command-context.ts";
import { visibleCommands } from "#client/app/commands.ts";
import { SidebarLink } from "#client/app/sidebar-link.tsx";
import { mainPlaces, projectPlaceGroups } from "#client/app/places.ts";
import { usePageTitles } from "#client/lib/page-title.ts";
import classes from "#client/app/sidebar.module.css";

type Props = { isNarrow: boolean; isInDrawer?: boolean };

/** The places of the product and, inside a project, those of the project. */
export function Sidebar({ isNarrow, isInDrawer = false }: Props) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const { projectId } = useParams({ strict: false });
  const titles = usePageTitles();
  const visible = new Map(visibleCommands(context).map((command) => [command.id, command]));
  // The project's own match has the shortest id; pages inside of it name themselves as well.
  const named = [...titles].filter(([id]) => projectId !== undefined && id.includes(projectId));
  const [own] = named.toSorted(([left], [right]) => left.length - right.length);
  const projectTitle = own?.[1] ?? t("frame:thisProject");
  return (
    <div className={classes["sidebar"]} data-narrow={isNarrow || undefined}>
      {isInDrawer ? null : <BrandMark name={context.session.installation.name} isNarrow={isNarrow} />}
      <nav aria-label={t("frame:navigation")} className={classes["nav"]}>
        <ul className={classes["list"]}>
          {mainPlaces.map(({ id, to }) => (
            <SidebarLink key={id} command={visible.get(id)} to={to} isNarrow={isNarrow} />
          ))}
        </ul>
        {projectId === undefined ? null : (
          <section aria-label={projectTitle}>
            <p className={classes["title"]}>{isNarrow ? "" : projectTitle}</p>
            {projectPlaceGroups.map(({ titleKey, places }) => (
              <div key={titleKey} className={classes["group"]}>
                {titleKey === null || isNarrow ? null : <p className={classes["groupTitle"]}>{t(titleKey)}</p>}
                <ul className={classes["list"]}>
                  {places.map(({ id, to }) => (
                    <SidebarLink key={id} command={visible.get(id)} to={to} projectId={projectId} isNarrow={isNarrow} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        )}
      </nav>
    </div>
  );
}
