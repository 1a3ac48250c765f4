/** Commit messages while they are written: completion, hover, what they name, and trailers. Works without git too. */
import { candidates, type Candidate, typedAt } from '../../core/commits/candidates.ts';
import { Directory, type NamedBacklog, readMention, type Target } from '../../core/commits/directory.ts';
import { itemRef } from '../../core/commits/itemRef.ts';
import { linkItems } from '../../core/commits/linkMessage.ts';
import { itemsNamed } from '../../core/commits/links.ts';
import { mentionsOf, withoutComments } from '../../core/commits/message.ts';
import { type CommitSettings, DEFAULT_COMMITS } from '../../core/commits/settings.ts';
import { branchMentions } from '../../core/commits/view.ts';
import { itemDetails } from '../../core/features/itemDetails.ts';
import {
  branchStoriesRequest,
  linkMessageRequest,
  messageCompletionRequest,
  messageHoverRequest,
  messageReferencesRequest,
  storyCandidatesRequest,
} from '../../protocol/commits.ts';
import { onRequest } from '../listen.ts';
import type { Session } from '../session.ts';

const CANDIDATES = 50;

/** The backlogs that a message may name, and how the first of them wants it done. */
interface Context {
  readonly backlogs: readonly NamedBacklog[];
  readonly directory: Directory;
  readonly settings: CommitSettings;
}

interface Active {
  readonly uri: string;
  readonly id: string;
}

export function handleMessages(session: Session): void {
  handleCompletion(session);
  onRequest(session, messageHoverRequest, null, async ({ repository, text, offset }) => {
    const { directory, settings } = await contextOf(session, repository);
    const found = mentionsOf(withoutComments(text)).find(
      ({ start, end }) => start <= offset && offset <= end,
    );
    const target = found && readMention(found, directory, settings)?.targets[0];
    if (!target) return null;
    const { markdown } = itemDetails(target.backlog, target.item);
    return { start: found.start, end: found.end, markdown, item: itemRef(target) };
  });
  onRequest(session, messageReferencesRequest, [], async ({ repository, text }) => {
    const { directory, settings } = await contextOf(session, repository);
    const mentions = mentionsOf(withoutComments(text));
    return itemsNamed(mentions, directory, settings).flatMap(({ target, strength }) => {
      const at = mentions.find((mention) =>
        readMention(mention, directory, settings)?.targets.some(({ item }) => item === target.item),
      );
      return at ? [{ start: at.start, end: at.end, strength, item: itemRef(target) }] : [];
    });
  });
  onRequest(session, linkMessageRequest, { text: '', cursor: 0 }, async ({ repository, text, ids }) => {
    const { settings } = await contextOf(session, repository);
    const linked = linkItems(text, ids, settings);
    // A person goes on where the title ends, or begins it.
    const title = /^[^\r\n]*/.exec(linked)?.[0].length ?? 0;
    return { text: linked, cursor: title };
  });
  onRequest(session, branchStoriesRequest, [], async ({ repository, branch }) => {
    const { directory, settings } = await contextOf(session, repository);
    return itemsNamed(branchMentions(branch), directory, settings).map(({ target }) => itemRef(target));
  });
}

function handleCompletion(session: Session): void {
  onRequest(session, messageCompletionRequest, null, async ({ repository, text, offset, active, limit }) => {
    const context = await contextOf(session, repository);
    const typed = typedAt(text, offset, context.settings.trailers);
    if (typed === undefined) return null;
    const most = limit ?? CANDIDATES;
    const items = listed(session, context, { active, limit: most, typed: typed.text });
    return { replace: { start: typed.start, end: typed.end }, items, incomplete: items.length === most };
  });
  onRequest(session, storyCandidatesRequest, [], async ({ repository, active, limit }) =>
    listed(session, await contextOf(session, repository), { active, limit: limit ?? Infinity }),
  );
}

function listed(
  session: Session,
  { backlogs }: Context,
  wishes: { readonly active?: Active | undefined; readonly limit: number; readonly typed?: string },
): readonly Candidate[] {
  const lastNamed = (target: Target): number => session.commits?.lastNamed(target) ?? 0;
  return candidates(backlogs, { ...wishes, lastNamed });
}

async function contextOf(session: Session, repository: string | undefined): Promise<Context> {
  const { commits } = session;
  if (commits !== undefined) {
    const backlogs = await commits.backlogsOf(repository);
    return { backlogs, directory: commits.directory(), settings: settingsOf(backlogs) };
  }
  await session.ready;
  const backlogs = session.workspace
    .files()
    .flatMap(({ uri, backlog }) => (backlog === undefined ? [] : [{ uri, backlog }]));
  return { backlogs, directory: new Directory(backlogs), settings: settingsOf(backlogs) };
}

function settingsOf(backlogs: readonly NamedBacklog[]): CommitSettings {
  return backlogs[0]?.backlog.config.commits ?? DEFAULT_COMMITS;
}
