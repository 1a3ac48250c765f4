/** What a panel is about, and what is needed to open and close one of any kind. */
import type { ItemAddress } from '../../protocol/lsp.ts';

/** Each view keeps it, so that it is the same after a restart of the window. */
export interface PanelState {
  /** The backlog's file; without it, the first backlog that there is. */
  readonly uri?: string;
  /** The item, for a view that is about one. */
  readonly item?: ItemAddress;
}

/** How something is to be shown. */
export interface Opening {
  readonly state: PanelState;
  readonly keepFocus?: boolean;
  /** In a tab of its own. */
  readonly beside?: boolean;
}

export interface OpenPanel {
  start(): void;
  /** Brings it to the front, showing what is asked for. */
  reveal(state: PanelState, keepFocus: boolean): void;
  isAbout(state: PanelState): boolean;
  /** True where it may be turned to something else: nobody works in it yet. */
  readonly isFree: boolean;
  dispose(): void;
}
