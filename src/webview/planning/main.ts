/** The script of the planning view: one element, which does the rest. */
import { PlanningView } from './planningView.ts';

customElements.define('refinery-planning', PlanningView);
