import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { Backlog } from '../../src/core/backlog/backlog.ts';
import { backlogFileSchema } from '../../src/core/schema/backlogFile.ts';

const folder = new URL('../../examples/fieldnotes/', import.meta.url);
const text = readFileSync(new URL('backlog.yaml', folder), 'utf8');
const backlog = Backlog.read(text);

const Numbers = z.object({ committed: z.number(), added: z.number(), done: z.number(), carried: z.number() });
const Link = z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]);
const Sample = z.object({
  sprints: z.array(
    z.object({
      id: z.string(),
      committed: z.array(z.string()),
      closed: z.string().optional(),
      result: Numbers.optional(),
    }),
  ),
  stories: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      sprint: z.string().optional(),
      estimate: z.number().default(0),
      links: z.array(Link).default([]),
    }),
  ),
  insights: z.array(z.object({ link: z.string().optional() })),
});
const sample = Sample.parse(parse(text));
const points = (stories: readonly { readonly estimate: number }[]): number =>
  stories.reduce((sum, { estimate }) => sum + estimate, 0);

describe('the sample', () => {
  it('is as large as the backlog of a team after a year', () => {
    expect(backlog.list('stories').length).toBeGreaterThanOrEqual(60);
    expect(backlog.list('epics')).toHaveLength(6);
    expect(backlog.list('sprints')).toHaveLength(8);
    expect(backlog.list('objectives')).toHaveLength(4);
    expect(backlog.list('people')).toHaveLength(7);
  });

  it('has no error, and the few warnings that its README tells of', () => {
    const found = backlog
      .problems()
      .map(({ problem, item }) => `${problem.severity} ${problem.rule} ${item?.id}`);
    expect(found).toEqual([
      'warning sprint/capacity s24',
      'warning workflow/wip FN-50',
      'warning ready/missing FN-54',
      'warning score/partial FN-55',
    ]);
  });

  it('uses every section of the format', () => {
    const sections = new Set([...text.matchAll(/^([a-z]+):/gm)].map(([, key]) => key));
    const unused = Object.keys(backlogFileSchema.shape).filter((key) => !sections.has(key));
    // The whole file is not private.
    expect(unused).toEqual(['private']);
  });

  it('says of each closed sprint what its stories say', () => {
    for (const { id, committed, result } of sample.sprints.filter(({ closed }) => closed !== undefined)) {
      const inSprint = sample.stories.filter(({ sprint }) => sprint === id);
      const planned = points(sample.stories.filter((story) => committed.includes(story.id)));
      const added = points(inSprint.filter((story) => !committed.includes(story.id)));
      const done = points(inSprint.filter(({ status }) => status === 'done'));
      expect({ id, ...result }).toEqual({
        id,
        committed: planned,
        added,
        done,
        carried: planned + added - done,
      });
    }
  });

  it('plans nothing unfinished into a sprint that is closed', () => {
    const closed = new Set(
      sample.sprints.filter((sprint) => sprint.closed !== undefined).map(({ id }) => id),
    );
    const left = sample.stories.filter(({ sprint, status }) => closed.has(sprint ?? '') && status !== 'done');
    expect(left).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [
      ...sample.stories.flatMap(({ links: all }) => all),
      ...sample.insights.map(({ link }) => link),
    ];
    const files = links.filter((link) => link !== undefined && !/^https?:/.test(link));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((link) => !existsSync(new URL(link ?? '', folder)))).toEqual([]);
  });
});

describe('the smallest backlog', () => {
  it('has two lines and nothing wrong', () => {
    const small = readFileSync(new URL('../small/backlog.yaml', folder), 'utf8');
    expect(small.trimEnd().split('\n')).toHaveLength(2);
    const read = Backlog.read(small);
    expect(read.list('stories').map(({ title }) => title)).toEqual(['Sell a coffee without cash']);
    expect(read.problems()).toEqual([]);
  });
});
