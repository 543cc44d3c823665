import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import classes from "#client/ui/pager.module.css";

type Props = { page: number; pageSize: number; total: number; onPage: (page: number) => void };

/** Which rows of how many are shown, and the way to the others; `page` counts from 1. */
export function Pager({ page, pageSize, total, onPage }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (total === 0) return null;
  const range = {
    from: format.count((page - 1) * pageSize + 1),
    to: format.count(Math.min(page * pageSize, total)),
    total: format.count(total),
  };
  return (
    <nav className={classes["pager"]} aria-label={t("ui:pages")}>
      <span className={classes["range"]} role="status">
        {t("ui:pageRange", range)}
      </span>
      {last === 1 ? null : (
        <>
          <IconButton
            icon={IconChevronLeft}
            label={t("ui:previousPage")}
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
          />
          <IconButton
            icon={IconChevronRight}
            label={t("ui:nextPage")}
            disabled={page >= last}
            onClick={() => onPage(page + 1)}
          />
        </>
      )}
    </nav>
  );
}
