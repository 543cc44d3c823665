import { Link, type LinkProps } from "@tanstack/react-router";
import classes from "#client/ui/section-nav.module.css";

type Section = { label: string; link: LinkProps; isExact?: boolean };

/** The sections of a record as a row of links; scrolls sideways where it is narrow. */
export function SectionNav({ label, sections }: { label: string; sections: readonly Section[] }) {
  return (
    <nav aria-label={label} className={classes["nav"]} data-chrome>
      <ul className={classes["list"]}>
        {sections.map((section) => (
          <li key={section.label}>
            <Link
              {...section.link}
              className={classes["link"] ?? ""}
              activeOptions={{ exact: section.isExact === true, includeSearch: false }}
            >
              {section.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
