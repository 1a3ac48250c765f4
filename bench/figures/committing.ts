/** In a real VS Code: how soon a commit is seen at its story, and how soon the commit box offers ids. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateBacklog } from '../backlogs.ts';
import { git } from '../commitHistory.ts';
import type { Committing } from '../editor/committing.ts';
import { measuredIn } from '../editor/window.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

const STORIES = 100;

export const committing: Figure = {
  name: 'committing',
  about: 'a commit until it is seen below its story, and ids in the commit box, in a real VS Code',

  async measure(bench) {
    const written = await measuredIn(bench, {
      measurement: 'committing.ts',
      prepare: (folder) => {
        writeFileSync(path.join(folder, 'backlog.yaml'), generateBacklog(STORIES).text);
        writeFileSync(path.join(folder, 'code.txt'), 'first\n');
        git(folder, ['init', '--quiet', '--initial-branch=main']);
        git(folder, ['config', 'user.name', 'Chika Mori']);
        git(folder, ['config', 'user.email', 'chika@team.example']);
        git(folder, ['add', '--all']);
        git(folder, ['commit', '--quiet', '--message', 'Begin']);
      },
    });
    const { shown, offered, nothing } = written as Committing;
    return [
      {
        figure: 'a commit from a terminal, until it stands below its story: median',
        unit: 'ms',
        ours: median(shown),
        goal: { kind: 'at-most', value: 1000 },
        rounds: String(shown.length),
      },
      {
        figure: 'ids in the commit box, beyond what a completion of nothing takes: median',
        unit: 'ms',
        ours: median(offered) - median(nothing),
        against: { name: 'nothing', value: median(nothing) },
        goal: { kind: 'at-most', value: 20 },
        rounds: String(offered.length),
      },
    ];
  },
};
