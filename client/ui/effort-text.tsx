import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import { NoValue } from "#client/ui/no-value.tsx";

type Props = {
  /** Integer hundredths of person-months; "confidential" when it is not open to the reader. */
  pmHundredths: number | null | "confidential";
};

/** Effort in person-months with its unit. */
export function EffortText({ pmHundredths }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (pmHundredths === "confidential") return <em>{t("common:confidential")}</em>;
  if (pmHundredths === null) return <NoValue />;
  return <span>{format.effort(pmHundredths)}</span>;
}
