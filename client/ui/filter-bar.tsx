import { Button } from "@mantine/core";
import { IconFilterOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/ui/filter-bar.module.css";

type Props = { isFiltered: boolean; onReset: () => void; children: ReactNode };

/** Search field and filters of a list in one line; "reset" appears only when something is filtered. */
export function FilterBar({ isFiltered, onReset, children }: Props) {
  const { t } = useTranslation();
  return (
    <div role="search" aria-label={t("ui:filters")} className={classes["bar"]} data-chrome>
      {children}
      {isFiltered ? (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconFilterOff size={17} aria-hidden="true" />}
          onClick={onReset}
          className={classes["reset"] ?? ""}
        >
          {t("ui:resetFilters")}
        </Button>
      ) : null}
    </div>
  );
}
