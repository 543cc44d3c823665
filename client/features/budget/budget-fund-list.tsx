import { Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/budget/budget.module.css";
import { IconButton } from "#client/ui/icon-button.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";

type Fund = { name: string; rateBp: number };
type Props = { funds: readonly Fund[]; mayPlan: boolean; onSave: (funds: Fund[]) => Promise<unknown> };

/** Up to four funds, each with its share of the costs; what they leave is the own contribution. */
export function BudgetFundList({ funds, mayPlan, onSave }: Props) {
  const { t } = useTranslation();
  const replace = (index: number, part: Partial<Fund>) =>
    onSave(funds.map((fund, at) => (at === index ? { ...fund, ...part } : fund)));
  return (
    <>
      <h3 className={classes["whyTitle"]}>{t("budget:settings.funds")}</h3>
      {funds.length === 0 ? <p className={classes["formula"]}>{t("budget:settings.noFunds")}</p> : null}
      <ul className={classes["problems"]}>
        {funds.map((fund, index) => (
          <li key={index} className={classes["fund"]}>
            <InlineField
              name="name"
              label={t("budget:settings.fundName")}
              canEdit={mayPlan}
              value={fund.name}
              maxLength={100}
              onSave={(name) => replace(index, { name: name ?? "" })}
            />
            <InlineField
              variant="share"
              name="rateBp"
              label={t("budget:settings.fundShare")}
              canEdit={mayPlan}
              value={fund.rateBp}
              onSave={(rateBp) => replace(index, { rateBp: rateBp ?? 0 })}
            />
            {mayPlan ? (
              <IconButton
                icon={IconTrash}
                label={t("budget:settings.removeFund", { name: fund.name })}
                onClick={() => void onSave(funds.filter((_, at) => at !== index)).catch(() => undefined)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayPlan && funds.length < 4 ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={17} aria-hidden="true" />}
          onClick={() =>
            void onSave([...funds, { name: t("budget:fund", { number: funds.length + 1 }), rateBp: 0 }]).catch(
              () => undefined,
            )
          }
        >
          {t("budget:settings.addFund")}
        </Button>
      ) : null}
    </>
  );
}
