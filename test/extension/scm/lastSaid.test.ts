import { describe, expect, it } from 'vitest';
import { LastSaid } from '../../../src/extension/scm/lastSaid.ts';

describe('a branch that two sources tell of', () => {
  it('is what was said last', () => {
    const branches = new LastSaid();
    expect(branches.get('app')).toBeUndefined();
    branches.say('editor', 'app', 'main');
    branches.say('server', 'app', 'main');
    branches.say('server', 'app', 'sync');
    expect(branches.get('app')).toBe('sync');
  });

  it('is not put back by a source that has not heard the news yet', () => {
    const branches = new LastSaid();
    branches.say('editor', 'app', 'main');
    branches.say('server', 'app', 'sync');
    branches.say('editor', 'app', 'main');
    expect(branches.get('app')).toBe('sync');
    branches.say('editor', 'app', 'sync');
    branches.say('server', 'app', 'sync');
    branches.say('editor', 'app', undefined);
    expect(branches.get('app')).toBeUndefined();
  });

  it('is told apart by repository', () => {
    const branches = new LastSaid();
    branches.say('editor', 'app', 'main');
    branches.say('editor', 'api', 'sync');
    expect(branches.get('app')).toBe('main');
  });
});
