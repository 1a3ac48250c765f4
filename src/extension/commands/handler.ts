/** What answers a command. */
import type { App } from '../app.ts';

/** Called with rows from a menu, or with `CommandArguments` from a keybinding or a script. */
export type Handler = (app: App, args: readonly unknown[]) => Promise<unknown>;
