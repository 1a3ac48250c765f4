/**
 * score/partial: a score that lacks a part. RICE (Intercom), WSJF (SAFe: value, urgency and risk over size), ICE
 * (Sean Ellis) and value over effort are told apart by their keys.
 */
import { type ScoreKind, SCORES } from '../planning/scores.ts';
import { scalarText } from '../yaml/node.ts';
import type { MapNode } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { isNothing, pairWith } from './scalar.ts';
import { listed } from './words.ts';

export function scorePartial(judging: Judging, item: MapNode): void {
  const { text } = judging;
  const pair = pairWith(item, 'score', text);
  const score = pair?.value;
  if (pair === undefined || score?.kind !== 'map' || isComplete(score, text)) return;
  if (judging.partial || judging.life === 'finished') return;
  const given = new Set<string>();
  for (const { key, value } of score.pairs) {
    if (key.kind === 'scalar' && !isNothing(value, text)) given.add(scalarText(key, text));
  }
  const meant = likeliest(given);
  if (meant === undefined) return;
  const missing = meant.keys.filter((key) => !given.has(key));
  judging.report(
    'score/partial',
    'warning',
    pair.key,
    `This ${meant.name} score is missing ${listed(missing, 'and')}.`,
  );
}

function isComplete(score: MapNode, text: string): boolean {
  return SCORES.some(({ keys }) => keys.every((key) => !isNothing(pairWith(score, key, text)?.value, text)));
}

/** The kind that has every given key, else most of them; of those, the one that lacks least. */
export function likeliest(given: ReadonlySet<string>): ScoreKind | undefined {
  let best: ScoreKind | undefined;
  let bestRank = 0;
  for (const kind of SCORES) {
    const has = kind.keys.filter((key) => given.has(key)).length;
    const rank = has === 0 ? 0 : has * 100 - (kind.keys.length - has);
    if (rank > bestRank) {
      best = kind;
      bestRank = rank;
    }
  }
  return best;
}
