/**
 * Adds trailers to a commit message, where `git interpret-trailers` would: at the end of the block, or as a new last
 * paragraph, above comments. Nothing else of the message changes.
 */
import { scanText } from './mentions.ts';
import { type CommitSettings, DEFAULT_COMMITS, isOurTrailer } from './settings.ts';
import { isBlankLine, type MessageForm, type TrailerBlock, trailerBlock } from './trailers.ts';

type Settings = Pick<CommitSettings, 'trailers'>;

/** The message with one trailer for each id that is not named by one of the team's trailers yet. */
export function linkItems(
  message: string,
  ids: readonly string[],
  settings: Settings,
  form: MessageForm = {},
): string {
  const block = trailerBlock(message, form);
  const named = namedIn(message, block, settings);
  const key = settings.trailers[0] ?? DEFAULT_COMMITS.trailers[0] ?? 'Story';
  const wanted = [...new Set(ids)].filter((id) => !named.has(id.toUpperCase()));
  if (wanted.length === 0) return message;
  const eol = /\r\n/.test(message) ? '\r\n' : '\n';
  const lines = wanted.map((id) => `${key}: ${id}${eol}`).join('');
  if (block.trailers.length === 0) return newParagraph(message, block.end, lines, eol);
  const head = message.slice(0, block.end);
  return head + (head.endsWith('\n') ? '' : eol) + lines + message.slice(block.end);
}

/** The ids that the trailers of a message name, in capitals. */
function namedIn(message: string, { trailers }: TrailerBlock, settings: Settings): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { key, valueStart, end } of trailers) {
    if (!isOurTrailer(settings, key)) continue;
    scanText(message, valueStart, end, 'trailer', (mention) => {
      named.add(message.slice(mention.start, mention.end).toUpperCase());
    });
  }
  return named;
}

function newParagraph(message: string, at: number, lines: string, eol: string): string {
  const head = message.slice(0, at);
  const tail = message.slice(at);
  // Without a title there has to be room for one: a trailer in the first paragraph would be the title.
  if (head.trim() === '')
    return eol + eol + lines + (tail === '' || isBlankLine(tail, 0) ? tail : eol + tail);
  const ended = head.endsWith('\n') ? head : head + eol;
  const lastLine = ended.lastIndexOf('\n', ended.length - 2) + 1;
  return ended + (isBlankLine(ended, lastLine) ? '' : eol) + lines + tail;
}
