/** What a panel is about, and what is needed to open and close one of any kind. */
/** What a panel is about. Each view keeps it, so that it is the same after a restart of the window. */
export interface PanelState {
  /** The backlog's file; without it, the first backlog that there is. */
  readonly uri?: string;
  /** The item, for a view that is about one. */
  readonly id?: string;
}

/** A panel to those who open it, whatever its contract is. */
export interface OpenPanel {
  start(): void;
  reveal(): void;
  isAbout(state: PanelState): boolean;
  dispose(): void;
}
