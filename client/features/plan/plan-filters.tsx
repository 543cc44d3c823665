import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { planKinds, type PlanSearch } from "#client/features/plan/plan-search.ts";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  search: PlanSearch;
  onChoose: (part: Record<string, string | undefined>) => void;
};

/** What the tables are grouped by and narrowed to. */
export function PlanFilters({ plan, search, onChoose }: Props) {
  const { t } = useTranslation();
  const all = t("common:all");
  return (
    <>
      <FilterSelect
        label={t("plan:fields.stream")}
        allLabel={all}
        value={search.stream}
        options={plan.streams.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        onChoose={(stream) => onChoose({ stream })}
      />
      <FilterSelect
        label={t("plan:fields.participant")}
        allLabel={all}
        value={search.participant}
        options={plan.participants.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(participant) => onChoose({ participant })}
      />
      <FilterSelect
        label={t("plan:fields.kind")}
        allLabel={all}
        value={search.kind}
        options={planKinds.map((kind) => ({ value: kind, label: t(`plan:kind.${kind}`) }))}
        onChoose={(kind) => onChoose({ kind })}
      />
      <NativeSelect
        aria-label={t("plan:by.title")}
        value={search.by === "organisation" ? "organisation" : "stream"}
        data={(["stream", "organisation"] as const).map((value) => ({ value, label: t(`plan:by.${value}`) }))}
        onChange={(event) =>
          onChoose({ by: event.currentTarget.value === "organisation" ? "organisation" : undefined })
        }
      />
    </>
  );
}
