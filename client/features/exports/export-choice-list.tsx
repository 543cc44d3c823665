import { Radio } from "@mantine/core";
import classes from "#client/features/exports/exports.module.css";

type Props<Word extends string> = {
  label: string;
  words: readonly Word[];
  value: Word;
  labelOf: (word: Word) => string;
  hintOf: (word: Word) => string;
  /** Beside each other where there is room, else one below the other. */
  isGrid?: boolean;
  onChoose: (value: string) => void;
};

/** One of a few words, each with a sentence that says what it means. */
export function ExportChoiceList<Word extends string>({
  label,
  words,
  value,
  labelOf,
  hintOf,
  isGrid = false,
  onChoose,
}: Props<Word>) {
  return (
    <Radio.Group label={label} value={value} onChange={onChoose}>
      <div className={classes[isGrid ? "grid" : "list"]}>
        {words.map((word) => (
          <Radio key={word} value={word} label={labelOf(word)} description={hintOf(word)} />
        ))}
      </div>
    </Radio.Group>
  );
}
