import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/merge-preview-panel.module.css";
import { OrganisationText } from "#client/features/organisations/organisation-text.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import type { MergeConflict, MergePreview } from "#shared/features/organisations/organisation-merge.ts";

// Some fields go together with others, or have no label of their own.
const unnamed = new Set(["countryImported", "nativeLanguage"]);

/** Which entry stays and which goes, what comes over, and what stands against it. */
export function MergePreviewPanel({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kept, duplicate, moves, conflicts } = preview;
  const counted = (["projects", "people", "resources", "memberships"] as const).filter((name) => moves[name] > 0);
  const fields = preview.fills.filter((name) => !unnamed.has(name)).map((name) => t(`organisations:field.${name}`));
  return (
    <>
      <dl className={classes["pair"]}>
        <div>
          <dt>{t("organisations:merge.keep")}</dt>
          <dd>
            <OrganisationText organisation={kept} />
          </dd>
        </div>
        <div>
          <dt>{t("organisations:merge.goes")}</dt>
          <dd>
            <OrganisationText organisation={duplicate} />
          </dd>
        </div>
      </dl>
      {counted.length === 0 ? null : (
        <div>
          <h3 className={classes["title"]}>{t("organisations:merge.moves")}</h3>
          <ul className={classes["list"]}>
            {counted.map((name) => (
              <li key={name}>{t(`organisations:merge.${name}`, { count: moves[name] })}</li>
            ))}
          </ul>
        </div>
      )}
      {fields.length === 0 ? null : (
        <p className={classes["text"]}>{t("organisations:merge.fills", { fields: format.list(fields) })}</p>
      )}
      {conflicts.length === 0 ? (
        <p className={classes["text"]}>{t("organisations:merge.hint")}</p>
      ) : (
        <Alert
          color="yellow"
          variant="light"
          icon={<IconAlertTriangle size={20} aria-hidden="true" />}
          title={t("organisations:merge.conflicts")}
          className={classes["alert"] ?? ""}
        >
          <ul className={classes["list"]}>
            {conflicts.map((conflict, index) => (
              <li key={`${conflict.kind} ${conflict.project?.id ?? index} ${conflict.role ?? ""}`}>
                {conflictText(conflict, t)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

function conflictText({ kind, project, role }: MergeConflict, t: TFunction): string {
  return t(`organisations:merge.conflict.${kind}`, {
    project: project?.acronym ?? t("organisations:merge.hiddenProject"),
    role: role === null ? "" : t(`participants:role.${role}`),
  });
}
