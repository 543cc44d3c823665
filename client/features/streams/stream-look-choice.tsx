import classes from "#client/features/streams/stream-look.module.css";
import type { StreamLook } from "#client/features/streams/stream-look-form.tsx";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";

type Props<Word extends string> = {
  label: string;
  name: string;
  value: Word;
  options: readonly { value: Word; label: string; look: StreamLook }[];
  onChoose: (value: Word) => void;
};

/** One choice among swatches, each with its name; the browser's own radio buttons behind them. */
export function StreamLookChoice<Word extends string>({ label, name, value, options, onChoose }: Props<Word>) {
  return (
    <fieldset className={classes["choice"]}>
      <legend>{label}</legend>
      <div className={classes["options"]}>
        {options.map((option) => (
          <label key={option.value} className={classes["option"]}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              className={classes["hidden"]}
            />
            <StreamSwatch {...option.look} isLarge />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
