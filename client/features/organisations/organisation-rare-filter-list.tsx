import { useTranslation } from "react-i18next";
import type { DirectoryFilters } from "#client/features/organisations/directory-filters.ts";
import { DirectoryWordFilter } from "#client/features/organisations/directory-word-filter.tsx";
import classes from "#client/features/organisations/organisation-filter-list.module.css";
import { SearchField } from "#client/ui/search-field.tsx";
import {
  activityTypes,
  organisationSizes,
  resourceDirections,
  resourceMedia,
} from "#shared/features/organisations/organisation-words.ts";

type Props = { filters: DirectoryFilters; onFilter: (part: Record<string, string | undefined>) => void };

/** The filters of the directory that are needed less often: size, activity and resources. */
export function OrganisationRareFilterList({ filters, onFilter }: Props) {
  const { t } = useTranslation();
  const { size, activityType, direction, medium, resource } = filters;
  return (
    <div className={classes["rare"]}>
      <DirectoryWordFilter
        label={t("organisations:field.size")}
        group="size"
        words={organisationSizes}
        value={size}
        onChoose={(next) => onFilter({ size: next })}
      />
      <DirectoryWordFilter
        label={t("organisations:field.activityType")}
        group="activityType"
        words={activityTypes}
        value={activityType}
        onChoose={(next) => onFilter({ activity: next })}
      />
      <DirectoryWordFilter
        label={t("organisations:list.resource")}
        group="direction"
        words={resourceDirections}
        value={direction}
        onChoose={(next) => onFilter({ direction: next })}
      />
      <DirectoryWordFilter
        label={t("organisations:resource.medium")}
        group="medium"
        words={resourceMedia}
        value={medium}
        onChoose={(next) => onFilter({ medium: next })}
      />
      <SearchField
        value={resource ?? ""}
        onSearch={(text) => onFilter({ resource: text === "" ? undefined : text })}
        label={t("organisations:list.resourceText")}
      />
    </div>
  );
}
