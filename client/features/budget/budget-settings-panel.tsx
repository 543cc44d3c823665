import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BudgetFundList } from "#client/features/budget/budget-fund-list.tsx";
import classes from "#client/features/budget/budget.module.css";
import { InlineField } from "#client/ui/inline-field.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { type BudgetPlan, horizonActions, type SaveSettingsInput } from "#shared/features/budget/budget.ts";
import { usualFlatRates } from "#shared/features/budget/interreg-rules.ts";

const rates = ["staffBp", "travelBp", "officeBp", "otherBp"] as const;

/** What the whole budget is counted by: type of action, flat rates and funds. */
export function BudgetSettingsPanel({ plan }: { plan: BudgetPlan }) {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const save = useMutation(trpc.budget.saveSettings.mutationOptions());
  const { settings, mayPlan } = plan;
  const send = (patch: SaveSettingsInput["patch"]) => save.mutateAsync({ projectId, version: settings.version, patch });
  return (
    <PagePanel title={t("budget:settings.title")} description={t("budget:settings.text")}>
      <div className={classes["fields"]}>
        <InlineField
          variant="select"
          name="action"
          label={t("budget:settings.action")}
          canEdit={mayPlan}
          value={settings.action ?? ""}
          options={[
            { value: "", label: t("common:notSet") },
            ...horizonActions.map((value) => ({ value, label: t(`budget:settings.actions.${value}`) })),
          ]}
          onSave={(text) => send({ action: horizonActions.find((each) => each === text) ?? null })}
        />
        {rates.map((name) => (
          <InlineField
            key={name}
            variant="share"
            name={name}
            label={t(`budget:settings.${name}`, { usual: usualFlatRates[name] / 100 })}
            canEdit={mayPlan}
            value={settings.flatRates[name] ?? null}
            onSave={(rateBp) => {
              const { [name]: _was, ...others } = settings.flatRates;
              return send({ flatRates: rateBp === null ? others : { ...others, [name]: rateBp } });
            }}
          />
        ))}
      </div>
      <BudgetFundList funds={settings.funds} mayPlan={mayPlan} onSave={(funds) => send({ funds })} />
    </PagePanel>
  );
}
