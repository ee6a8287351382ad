/** An on/off switch with its label. */
import type { ComponentChildren } from 'preact';

interface SwitchProps {
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  disabled?: boolean;
  children: ComponentChildren;
}

export function Switch({ isOn, onToggle, disabled = false, children }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      disabled={disabled}
      onClick={() => onToggle(!isOn)}
    >
      <span>{children}</span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
