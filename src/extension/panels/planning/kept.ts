/** Where drafts of plannings are kept: in the workspace's memory, the same for every panel of this window. */
import { keptDraft } from '../../../protocol/panels/planningSchema.ts';
import type { App } from '../../app.ts';
import { Drafts } from './drafts.ts';

const made = new WeakMap<App, Drafts>();

export function draftsOf(app: App): Drafts {
  let drafts = made.get(app);
  if (drafts === undefined) {
    drafts = new Drafts(app.context.workspaceState, (kept) => {
      const read = keptDraft.safeParse(kept);
      return read.success ? read.data : undefined;
    });
    made.set(app, drafts);
  }
  return drafts;
}
