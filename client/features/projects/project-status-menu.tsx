import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";

type Props = { statuses: readonly ProjectStatus[]; isBusy: boolean; onTake: (next: ProjectStatus) => void };

/** The steps that a project's status can take now; nothing where there is none. */
export function ProjectStatusMenu({ statuses, isBusy, onTake }: Props) {
  const { t } = useTranslation();
  if (statuses.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" loading={isBusy} rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
          {t("projects:changeStatus")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses.map((next) => (
          <Menu.Item key={next} onClick={() => onTake(next)}>
            {t(`projects:step.${next}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
