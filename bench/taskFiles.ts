/** A project of `backlog.md` with as many tasks as a generated backlog has stories: one file a task, committed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { peers } from './peers.ts';
import { runNode, runProgram } from './run.ts';
import { dice } from './statistics.ts';

const STATUSES = ['To Do', 'In Progress', 'Done'];
const LABELS = ['export', 'billing', 'reports', 'mobile', 'import', 'access'];

/** Sets the project up as its own `init` does, and fills it. */
export async function writeTasks(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await git(folder, ['init', '--quiet']);
  const { backlogMd } = await peers();
  await runNode([backlogMd, 'init', 'ledger', '--defaults'], { cwd: folder });
  const config = readFileSync(path.join(folder, 'backlog/config.yml'), 'utf8');
  if (!config.includes('task_prefix')) throw new Error('backlog.md was not set up as expected');
  const tasks = path.join(folder, 'backlog/tasks');
  mkdirSync(tasks, { recursive: true });
  const roll = dice('tasks');
  for (let number = 1; number <= count; number++) {
    const title = `Review the open payments of branch ${number}`;
    const name = `task-${number} - ${title.replaceAll(' ', '-')}.md`;
    writeFileSync(path.join(tasks, name), taskText(number, title, roll));
  }
  await git(folder, ['add', '--all']);
  await git(folder, ['commit', '--quiet', '--message', 'Tasks']);
}

function taskText(number: number, title: string, roll: (below: number) => number): string {
  return `---
id: TASK-${number}
title: ${title}
status: ${STATUSES[roll(STATUSES.length)]}
assignee: []
created_date: '2026-10-12 09:00'
labels:
  - ${LABELS[roll(LABELS.length)]}
  - team-${1 + roll(9)}
dependencies: []
ordinal: ${number * 1000}
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
As a bookkeeper, I want to review the open payments from the phone, so that the office can close the books two days earlier.
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 Given a month with ${2 + roll(90)} entries, when I review the open payments, then each entry is there once.
- [ ] #2 Given a month without entries, when I review it, then I am told so.
<!-- AC:END -->
`;
}

async function git(cwd: string, args: readonly string[]): Promise<void> {
  const author = [
    '-c',
    'user.name=Bench',
    '-c',
    'user.email=bench@refinery.invalid',
    '-c',
    'commit.gpgSign=false',
  ];
  await runProgram('git', [...author, '-c', 'gc.auto=0', ...args], { cwd });
}
