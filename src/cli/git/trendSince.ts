import path from 'node:path';
import { Backlog } from '../../core/backlog/backlog.ts';
import { GitRefusal } from '../../core/commits/git/ask.ts';
import { textAt } from '../../core/commits/git/textAt.ts';
import { qualityOf, type QualityStats } from '../../core/quality/stats.ts';
import { type QualityTrend, trendOf } from '../../core/quality/trend.ts';
import { HostError } from '../../node/hostError.ts';
import { gitHost } from './openGit.ts';

/**
 * What changed in a backlog since a revision of git; a file that was not there yet is compared as empty. Throws a
 * `HostError` where there is no git, no repository or no such revision.
 */
export async function trendSince(file: string, revision: string, now: QualityStats): Promise<QualityTrend> {
  try {
    const text = await textAt(gitHost(), path.dirname(file), path.basename(file), revision);
    return trendOf(qualityOf(Backlog.read(text ?? '').finish()), now);
  } catch (error) {
    if (error instanceof GitRefusal) throw new HostError(error.message);
    throw error;
  }
}
