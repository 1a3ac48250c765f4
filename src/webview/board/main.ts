/** The board's script: one element, which does the rest. */
import { BoardView } from './boardView.ts';

customElements.define('refinery-board', BoardView);
