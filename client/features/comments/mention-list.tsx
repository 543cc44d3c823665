import { useTranslation } from "react-i18next";
import classes from "#client/features/comments/comments.module.css";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import type { MentionablePeople } from "#shared/features/comments/comment.ts";

type Props = { id: string; people: MentionablePeople; chosen: number; onTake: (index: number) => void };

/** The people one can mention here, under the text that is being written; the text keeps the focus. */
export function MentionList({ id, people, chosen, onTake }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <span role="status" className={classes["spoken"]}>
        {people.length === 0 ? "" : t("comments:mentionable", { count: people.length })}
      </span>
      {people.length === 0 ? null : (
        <div role="listbox" id={id} aria-label={t("comments:mention")} className={classes["people"]}>
          {people.map((person, index) => (
            // Chosen by the keys of the text above it, which keeps the focus.
            <div
              key={person.userId}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={classes["person"]}
              onPointerDown={(event) => {
                event.preventDefault();
                onTake(index);
              }}
            >
              <PersonAvatar name={person.name} size={26} />
              <span>{person.name}</span>
              <span className={classes["quiet"]}>{person.organisation}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
