import { useTranslation } from "react-i18next";
import { FilterSelect } from "#client/ui/filter-select.tsx";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";
import { contributionKinds, contributionStates } from "#shared/features/contributions/contribution-words.ts";

type Chosen = {
  participant?: string | undefined;
  stream?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  amended?: true | undefined;
};
type Props = { chosen: Chosen; options: ContributionOptions | undefined; onChoose: (part: Chosen) => void };

/** Filters of the ledger: member, stream, kind and state. */
export function ContributionFilters({ chosen, options, onChoose }: Props) {
  const { t } = useTranslation();
  const all = t("common:all");
  return (
    <>
      <FilterSelect
        label={t("contributions:member")}
        allLabel={all}
        value={chosen.participant}
        options={(options?.members ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(participant) => onChoose({ participant })}
      />
      <FilterSelect
        label={t("contributions:stream")}
        allLabel={all}
        value={chosen.stream}
        options={[
          ...(options?.streams ?? []).map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` })),
          { value: "none", label: t("contributions:wholeProject") },
        ]}
        onChoose={(stream) => onChoose({ stream })}
      />
      <FilterSelect
        label={t("contributions:kind.title")}
        allLabel={all}
        value={chosen.kind}
        options={contributionKinds.map((value) => ({ value, label: t(`contributions:kind.${value}`) }))}
        onChoose={(kind) => onChoose({ kind })}
      />
      <FilterSelect
        label={t("contributions:state.title")}
        allLabel={all}
        value={chosen.state}
        options={contributionStates.map((value) => ({ value, label: t(`contributions:state.${value}`) }))}
        onChoose={(state) => onChoose({ state })}
      />
      <FilterSelect
        label={t("contributions:amendment.filter")}
        allLabel={all}
        value={chosen.amended ? "open" : undefined}
        options={[{ value: "open", label: t("contributions:amendment.badge.change") }]}
        onChoose={(value) => onChoose({ amended: value === undefined ? undefined : true })}
      />
    </>
  );
}
