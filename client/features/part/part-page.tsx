import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PartEndedPanel } from "#client/features/part/part-ended-panel.tsx";
import { PartPanel } from "#client/features/part/part-panel.tsx";
import { dropPartShell } from "#client/features/part/part-shell.ts";
import { dropPartToken, takePartToken } from "#client/features/part/part-token.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";

/** What a personal link opens: one member's part of one period, without signing in. */
export function PartPage() {
  const { t } = useTranslation();
  const [token] = useState(takePartToken);
  const [isForgotten, setForgotten] = useState(false);
  function forget() {
    dropPartToken();
    void dropPartShell();
    setForgotten(true);
  }
  if (isForgotten)
    return (
      <EmptyState kind="nothing-yet" title={t("part:forgotten")} isPage>
        {t("part:forgottenText")}
      </EmptyState>
    );
  if (token === null) return <PartEndedPanel appCode="NO_LINK" unsent={[]} />;
  return <PartPanel token={token} onForgotten={forget} />;
}
