import { Popover, UnstyledButton } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { personColour } from "#client/features/presence/person-colour.ts";
import { presence } from "#client/features/presence/presence-store.ts";
import classes from "#client/features/presence/presence-list.module.css";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import type { Present } from "#shared/features/presence/presence.ts";

const mostAvatars = 4;

/** Who is on this page of a project: the own avatar first, up to four of them, all of them by name in a list. Alone one sees nothing. */
export function PresenceList() {
  const { t } = useTranslation();
  const people = useSyncExternalStore(presence.subscribe, presence.people);
  if (people.every(({ isSelf }) => isSelf)) return null;
  const ordered = people.toSorted((left, right) => Number(right.isSelf) - Number(left.isSelf));
  const shown = ordered.slice(0, mostAvatars);
  const others = people.length - 1;
  return (
    <Popover position="bottom-end" width={280} shadow="md" withinPortal={false} trapFocus={false}>
      <Popover.Target>
        <UnstyledButton className={classes["button"]} aria-label={t("presence:here", { count: others })}>
          {shown.map((person) => (
            <Face key={person.key} person={person} />
          ))}
          {people.length > shown.length ? (
            <span className={classes["more"]}>+{people.length - shown.length}</span>
          ) : null}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("presence:title")}>
        <p className={classes["title"]}>{t("presence:title")}</p>
        <ul className={classes["list"]}>
          {ordered.map((person) => (
            <li key={person.key} className={classes["person"]}>
              <Face person={person} />
              <span>
                <strong>{person.isSelf ? t("presence:you", { name: person.name }) : person.name}</strong>
                <span className={classes["quiet"]}>{person.organisation}</span>
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Face({ person }: { person: Present }) {
  return (
    <span className={classes["face"]} data-person-colour={personColour(person.key)}>
      <PersonAvatar name={person.name} size={28} />
    </span>
  );
}
