import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { partReports } from "#client/features/part/part-reports.ts";
import classes from "#client/features/reporting/report-card.module.css";
import type { ReportDraft } from "#client/features/reporting/report-draft.ts";
import { ReportSummary } from "#client/features/reporting/report-summary.tsx";
import { savedReport, textOfReport } from "#client/features/reporting/report-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import type { TodoItem } from "#shared/features/reporting/update.ts";

type Props = { item: TodoItem; theirs: NonNullable<TodoItem["update"]>; draft: ReportDraft; currency: string };

/** Somebody else saved this line meanwhile: both reports, and the choice between them. */
export function PartConflict({ item, theirs, draft, currency }: Props) {
  const { t } = useTranslation();
  const places = minorPlaces(currency);
  const isEmpty = partReports.plainText(textOfReport(savedReport(theirs), places)) === null;
  return (
    <div role="alert" className={classes["notice"]}>
      <p>{t("part:conflict")}</p>
      <strong>{t("ui:field.theirs")}</strong>
      {isEmpty ? <p>{t("common:notSet")}</p> : <ReportSummary report={theirs} unit={item.unit} currency={currency} />}
      <Group gap="xs" mt="xs">
        <Button size="sm" onClick={draft.keepMine}>
          {t("ui:field.keepMine")}
        </Button>
        <Button size="sm" variant="default" onClick={draft.takeTheirs}>
          {t("ui:field.takeTheirs")}
        </Button>
      </Group>
    </div>
  );
}
