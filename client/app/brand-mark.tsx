import { Link } from "@tanstack/react-router";
import classes from "#client/app/brand-mark.module.css";

type Props = { name: string; isNarrow?: boolean };

/** Three rings that overlap, and the name of the installation; leads home. */
export function BrandMark({ name, isNarrow = false }: Props) {
  return (
    <Link to="/" className={classes["brand"]} aria-label={name}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className={classes["mark"]}>
        <rect width="32" height="32" rx="8" />
        <circle cx="12" cy="12.6" r="5.2" />
        <circle cx="20" cy="12.6" r="5.2" />
        <circle cx="16" cy="19.6" r="5.2" />
      </svg>
      {isNarrow ? null : <span className={classes["name"]}>{name}</span>}
    </Link>
  );
}
