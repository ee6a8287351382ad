/** The keyboard commands of the manifest. */
import type { Settings } from '../settings/settings.ts';
import type { ToPage } from '../messages.ts';

export interface CommandPlatform {
  activeTab(): Promise<number | null>;
  sendToPage(tab: number, message: Extract<ToPage, { type: 'step-mention' }>): Promise<boolean>;
  changeSettings(update: (settings: Settings) => Partial<Settings>): Promise<Settings>;
}

/** Does what the command says; an unknown one (of another release) does nothing. */
export async function runCommand(command: string, platform: CommandPlatform): Promise<void> {
  if (command === 'toggle-marking') {
    await platform.changeSettings(({ enabled }) => ({ enabled: !enabled }));
    return;
  }
  const step = command === 'next-mention' ? 1 : command === 'previous-mention' ? -1 : null;
  const tab = step && (await platform.activeTab());
  if (step && tab !== null) await platform.sendToPage(tab, { type: 'step-mention', step });
}
