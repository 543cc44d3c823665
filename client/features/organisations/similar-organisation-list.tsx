import { Alert, Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconCopyCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OrganisationText } from "#client/features/organisations/organisation-text.tsx";
import classes from "#client/features/organisations/similar-organisation-list.module.css";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";

type Props = { name: string; vatNumber: string; pic: string; onUse: (organisation: OrganisationOption) => void };

/** While an organisation is being entered: those the directory knows already that may be the same. */
export function SimilarOrganisationList({ name, vatNumber, pic, onUse }: Props) {
  const { t } = useTranslation();
  const [known] = useDebouncedValue({ name, vatNumber, pic }, 300);
  const isWorthAsking =
    known.name.trim().length >= 3 || known.vatNumber.trim().length >= 4 || known.pic.trim().length >= 9;
  const { data = [] } = useQuery(
    trpc.organisation.similar.queryOptions(known, { enabled: isWorthAsking, placeholderData: keepPreviousData }),
  );
  const shown = isWorthAsking ? data : [];
  return (
    <div role="status">
      {shown.length === 0 ? null : (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconCopyCheck size={20} aria-hidden="true" />}
          title={t("organisations:similar.title")}
          className={classes["alert"] ?? ""}
        >
          <ul className={classes["list"]}>
            {shown.map(({ reason, ...option }) => (
              <li key={option.id} className={classes["item"]}>
                <span>
                  <OrganisationText organisation={option} />
                  {reason === "name" ? null : (
                    <span className={classes["reason"]}>{t(`organisations:similar.${reason}`)}</span>
                  )}
                </span>
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => onUse(option)}
                  aria-label={t("organisations:similar.useNamed", { name: option.name })}
                >
                  {t("organisations:similar.use")}
                </Button>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
