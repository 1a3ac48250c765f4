import { describe, expect, it } from 'vitest';
import { ActiveStories, type Values } from '../../../src/extension/scm/activeStories.ts';

class Kept implements Values {
  value: unknown;

  constructor(value?: unknown) {
    this.value = value;
  }

  get(): unknown {
    return this.value;
  }

  update(_key: string, value: unknown): Promise<void> {
    this.value = value;
    return Promise.resolve();
  }
}

const FN_12 = { uri: 'file:///team/backlog.yaml', id: 'FN-12' };
const FN_14 = { uri: 'file:///team/backlog.yaml', id: 'FN-14' };

describe('the active stories', () => {
  it('are kept by repository and branch', async () => {
    const kept = new Kept();
    await new ActiveStories(kept).set('file:///app', 'sync', FN_12);
    await new ActiveStories(kept).set('file:///api', 'sync', FN_14);
    const stories = new ActiveStories(kept);
    expect(stories.get('file:///app', 'sync')).toEqual(FN_12);
    expect(stories.get('file:///api', 'sync')).toEqual(FN_14);
    expect(stories.get('file:///app', 'main')).toBeUndefined();
  });

  it('can be set anew, and to none', async () => {
    const stories = new ActiveStories(new Kept());
    await stories.set('file:///app', 'sync', FN_12);
    await stories.set('file:///app', 'sync', FN_14);
    expect(stories.get('file:///app', 'sync')).toEqual(FN_14);
    await stories.set('file:///app', 'sync', null);
    expect(stories.get('file:///app', 'sync')).toBeNull();
  });

  it('forget the branches that were set first', async () => {
    const kept = new Kept();
    const stories = new ActiveStories(kept);
    for (let at = 0; at < 230; at++) await stories.set('file:///app', `branch-${at}`, FN_12);
    expect(stories.get('file:///app', 'branch-29')).toBeUndefined();
    expect(stories.get('file:///app', 'branch-30')).toEqual(FN_12);
    expect(kept.value).toHaveLength(200);
  });

  it.each([
    [null],
    ['text'],
    [[1, null, { repository: 'file:///app', branch: 'sync', story: { id: 7 } }]],
    [{ 'file:///app': FN_12 }],
  ])('take nothing strange from what was kept: %j', async (value) => {
    const stories = new ActiveStories(new Kept(value));
    expect(stories.get('file:///app', 'sync')).toBeUndefined();
    await stories.set('file:///app', 'sync', FN_12);
    expect(stories.get('file:///app', 'sync')).toEqual(FN_12);
  });
});
