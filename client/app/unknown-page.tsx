import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#client/ui/empty-state.tsx";

/** For an address that leads nowhere, or to something that is not open to this person: nobody can tell the two apart. */
export function UnknownPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      isPage
      kind="no-right"
      title={t("frame:unknown.title")}
      action={
        <Button component={Link} to="/">
          {t("frame:unknown.home")}
        </Button>
      }
    >
      {t("frame:unknown.text")}
    </EmptyState>
  );
}
