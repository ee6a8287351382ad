/** One setting with a few values, as radio buttons, each with a line of explanation where it needs one. */
interface ChoiceProps<Value extends string> {
  legend: string;
  name: string;
  value: Value;
  /** Each value with its words, and more words where those do not explain themselves. */
  options: readonly (readonly [value: Value, words: string, hint?: string])[];
  onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ legend, name, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map(([option, words, hint]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          <span>
            {words}
            {hint && <span class="soft small hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
