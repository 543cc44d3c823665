import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#client/ui/empty-state.tsx";

/** For a list that search and filters have emptied, with the way back to all of it. */
export function NothingFound({ onReset }: { onReset: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      kind="nothing-found"
      title={t("ui:nothingFound.title")}
      action={
        <Button variant="default" onClick={onReset}>
          {t("ui:resetFilters")}
        </Button>
      }
    >
      {t("ui:nothingFound.text")}
    </EmptyState>
  );
}
