import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Leads to what was removed from a project. */
export function ProjectBinButton({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={17} aria-hidden="true" />}
      renderRoot={(props) => <Link to="/projects/$projectId/bin" params={{ projectId }} {...props} />}
    >
      {t("frame:bin")}
    </Button>
  );
}
