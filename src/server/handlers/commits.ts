/** What git knows of items, and what is written into messages. Registered when the first of it is asked for. */
import { doneWithoutCommits, unlinkedCommits } from '../../core/commits/answers/unlinked.ts';
import { finishProposals } from '../../core/commits/answers/finish.ts';
import { itemDiff } from '../../core/commits/answers/diff.ts';
import { branchFacts, itemHistory } from '../../core/commits/answers/itemCommits.ts';
import { notedStory, noteMarkdown } from '../../core/commits/answers/releaseNotes.ts';
import { BlockedSince } from '../../core/commits/answers/blockedSince.ts';
import { whyLine } from '../../core/commits/answers/why.ts';
import { pathInside } from '../../core/commits/answers/asOfCommit.ts';
import { GitRefusal, tryGit } from '../../core/commits/git/ask.ts';
import type { Tracked } from '../../core/commits/repositories.ts';
import { itemRef } from '../../core/commits/itemRef.ts';
import { personOf } from '../../core/commits/people.ts';
import { workStart } from '../../core/commits/startWork.ts';
import type { Target } from '../../core/commits/directory.ts';
import type { Item } from '../../core/backlog/item.ts';
import type { GitHost } from '../../core/workspace/gitHost.ts';
import {
  blockedSinceRequest,
  commitCountsRequest,
  type CommitsState,
  commitsPauseNotification,
  commitsSetUpRequest,
  commitsStateRequest,
  finishProposalsRequest,
  type GitPerson,
  gitPersonRequest,
  hooksRequest,
  itemCommitsRequest,
  itemDiffRequest,
  releaseNoteRequest,
  repositoryChangedNotification,
  startWorkRequest,
  type Unlinked,
  unlinkedRequest,
  whyRequest,
} from '../../protocol/commits.ts';
import { Commits, type AskedBacklog } from '../commits/commits.ts';
import { commitCounts } from '../commits/counts.ts';
import { onNotification, onRequest } from '../listen.ts';
import type { Session } from '../session.ts';
import { handleMessages } from './commitMessages.ts';

const OFF: CommitsState = { state: 'off', repositories: [] };
const COMMITS_SHOWN = 200;
const FAILED = 'Something went wrong in Refinery. See the log for details.';
const NOTHING_UNLINKED: Unlinked = { state: 'off', commits: [], totalCommits: 0, stories: [] };
const NO_GIT = 'Git is not set up here.';

export function handleCommits(session: Session): void {
  handleSetUp(session);
  handleItems(session);
  handleCode(session);
  handleMessages(session);
}

function handleSetUp(session: Session): void {
  onRequest(session, commitsSetUpRequest, OFF, ({ setUp }) => {
    session.commits?.stop();
    session.commits = undefined;
    const host = session.host.commits;
    if (setUp === null || host === undefined) return OFF;
    const commits = new Commits(session, host, setUp);
    session.commits = commits;
    commits.start(setUp.repositories).catch((error: unknown) => {
      session.log.error(`starting to read commits: ${String(error)}`);
    });
    return commits.state(undefined);
  });
  onRequest(session, commitsStateRequest, OFF, ({ uri }) => session.commits?.state(uri) ?? OFF);
  onNotification(session, repositoryChangedNotification, ({ repository }) =>
    session.commits?.moved(repository),
  );
  onNotification(session, commitsPauseNotification, ({ paused }) => {
    session.commits?.repositories.pause(paused);
  });
  onRequest(
    session,
    hooksRequest,
    { ok: false, message: FAILED, folder: '', files: [], installed: false },
    async ({ repository, action }) => {
      const { commits } = session;
      const folder = commits?.git.pathOf(repository);
      if (commits === undefined || folder === undefined)
        return { ok: false, message: NO_GIT, folder: '', files: [], installed: false };
      const [named] = await commits.backlogsOf(repository);
      return commits.host.hooks(commits.git, folder, action, named && commits.git.pathOf(named.uri));
    },
  );
}

function handleItems(session: Session): void {
  onRequest(session, itemCommitsRequest, null, async ({ uri, id, stats, limit }) => {
    const at = await itemAt(session, uri, id);
    if (at === undefined) return null;
    const { asked, target } = at;
    const history = await itemHistory(asked, target, {
      limit: limit ?? COMMITS_SHOWN,
      stats: stats === true,
    });
    const { state, message } = asked.state;
    return { id, state, ...(message === undefined ? {} : { message }), ...history };
  });
  onRequest(session, commitCountsRequest, [], async ({ uri }) => {
    const asked = await session.commits?.asked(uri);
    return asked ? commitCounts(asked, asked.named) : [];
  });
  onRequest(
    session,
    itemDiffRequest,
    { title: '', files: [], mixed: false, message: FAILED },
    async (params) => {
      const at = await itemAt(session, params.uri, params.id);
      if (at === undefined)
        return {
          title: params.id,
          files: [],
          mixed: false,
          message: `There is no item ${params.id}, or no git.`,
        };
      return itemDiff(at.asked, at.target);
    },
  );
  onRequest(session, releaseNoteRequest, null, async ({ uri, id }) => {
    const at = await itemAt(session, uri, id);
    return at ? { markdown: noteMarkdown(await notedStory(at.asked, at.target)) } : null;
  });
  onRequest(session, unlinkedRequest, NOTHING_UNLINKED, async ({ uri, limit }) => {
    const asked = await session.commits?.asked(uri);
    if (asked === undefined) return { ...NOTHING_UNLINKED, message: NO_GIT };
    const { commits, total } = unlinkedCommits(asked, asked.named, limit ?? COMMITS_SHOWN);
    const { state, message } = asked.state;
    return {
      state,
      ...(message === undefined ? {} : { message }),
      commits,
      totalCommits: total,
      stories: doneWithoutCommits(asked, asked.named).map(itemRef),
    };
  });
  onRequest(session, finishProposalsRequest, [], async ({ uri, ids }) => {
    const asked = await session.commits?.asked(uri);
    return asked ? finishProposals(asked, asked.named, ids) : [];
  });
  onRequest(session, gitPersonRequest, null, ({ uri }) => gitPerson(session, uri));
  onRequest(session, startWorkRequest, null, async ({ uri, id, repository }) => {
    const at = await itemAt(session, uri, id);
    const tracked = await session.commits?.repository(repository);
    if (at === undefined || tracked === undefined) return null;
    const { asked, target } = at;
    const { top } = tracked.repository.place;
    const email = await configured(asked.host, top, 'user.email');
    const person = email === undefined ? undefined : personOf(target.backlog, email);
    const inside = pathInside(asked.host, uri, top) !== undefined;
    const sentence = `Others see this once the branch is merged.`;
    const start = workStart(target, person);
    return {
      ...start,
      existing: branchFacts(asked, target, { view: tracked.view, uri: tracked.uri }),
      ...(person === undefined ? {} : { person }),
      ...(inside && start.operation !== null ? { onBranchOnly: sentence } : {}),
    };
  });
}

/** What git is set up with in a folder; undefined where it is not, or says nothing. */
async function configured(host: GitHost, folder: string, key: string): Promise<string | undefined> {
  const said = (await tryGit(host, { folder, args: ['config', '--get', key] }))?.trim();
  return said === '' ? undefined : said;
}

async function gitPerson(session: Session, uri: string): Promise<GitPerson | null> {
  const asked = await session.commits?.asked(uri);
  const folder = asked?.host.pathOf(uri.slice(0, uri.lastIndexOf('/')));
  if (asked === undefined || folder === undefined) return null;
  const [name, email] = await Promise.all([
    configured(asked.host, folder, 'user.name'),
    configured(asked.host, folder, 'user.email'),
  ]);
  const person = email === undefined ? undefined : personOf(asked.named.backlog, email);
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(person === undefined ? {} : { person }),
  };
}

function handleCode(session: Session): void {
  onRequest(session, whyRequest, { found: false, message: FAILED }, async ({ uri, line, text }) => {
    const { commits } = session;
    if (commits === undefined) return { found: false, message: NO_GIT };
    const place = await placeOf(commits, uri);
    if (place === undefined) return { found: false, message: 'This file is in no git repository.' };
    const { tracked, inside } = place;
    const { view } = tracked;
    await commits.repositories.refresh(tracked);
    const asked = {
      host: commits.git,
      directory: commits.directory(),
      repositories: [{ uri: tracked.uri, view }],
    };
    try {
      const now = commits.host.now();
      return await whyLine(
        asked,
        { uri: tracked.uri, view: tracked.view },
        { path: inside, line, text, now },
      );
    } catch (error) {
      if (error instanceof GitRefusal) return { found: false, message: error.message };
      throw error;
    }
  });
  handleBlocked(session);
}

function handleBlocked(session: Session): void {
  const since = new BlockedSince();
  onRequest(session, blockedSinceRequest, [], async ({ uri, items }) => {
    const { commits } = session;
    const backlog = (await session.file(uri))?.backlog;
    const place = commits && backlog && (await placeOf(commits, uri));
    const head = place?.tracked.view.refs.head;
    if (commits === undefined || backlog === undefined || place === undefined || head === undefined)
      return [];
    const found = items.map((address) => {
      const one = backlog.find(address);
      return one.ok ? one.item : undefined;
    });
    const at = { folder: place.tracked.repository.place.top, head, path: place.inside };
    const times = await since.of(commits.git, at, { backlog, items: found });
    return times.map((time) => time ?? null);
  });
}

/** The repository that a file is in, and its path from the top of it. */
async function placeOf(
  commits: Commits,
  uri: string,
): Promise<{ readonly tracked: Tracked; readonly inside: string } | undefined> {
  const tracked = await commits.repository(`${uri}/..`);
  const path = commits.git.pathOf(uri);
  const real = path === undefined ? undefined : await commits.git.realPath(path);
  if (tracked === undefined || real === undefined) return undefined;
  const inside = pathInside(commits.git, commits.git.uriOf(real), tracked.repository.place.top);
  return inside === undefined ? undefined : { tracked, inside };
}

/** An item by its id, with what is needed to ask about it. */
async function itemAt(
  session: Session,
  uri: string,
  id: string,
): Promise<{ readonly asked: AskedBacklog; readonly target: Target } | undefined> {
  const asked = await session.commits?.asked(uri);
  if (asked === undefined) return undefined;
  const item = workItem(asked.named.backlog.byId(id));
  return item && { asked, target: { ...asked.named, item } };
}

function workItem(items: readonly Item[]): Item | undefined {
  return items.find(({ list }) => list === 'stories' || list === 'epics');
}
