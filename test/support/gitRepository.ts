/** Real repositories in temporary folders, made by the git of this machine with none of its settings. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const PERSON = { name: 'Ana Lima', email: 'ana@fieldnotes.example' };

export class GitRepository {
  private seconds = 1_790_000_000;

  private constructor(readonly folder: string) {}

  /** Makes an empty repository in a folder. */
  static init(folder: string, ...options: readonly string[]): GitRepository {
    fs.mkdirSync(folder, { recursive: true });
    const repository = new GitRepository(folder);
    repository.git('init', '--quiet', '--initial-branch=main', ...options);
    return repository;
  }

  static at(folder: string): GitRepository {
    return new GitRepository(folder);
  }

  /** What git printed; throws where it failed. */
  git(...args: readonly string[]): string {
    return this.run(args).out;
  }

  run(
    args: readonly string[],
    { input, env, fails = false }: { input?: string; env?: Record<string, string>; fails?: boolean } = {},
  ): { readonly code: number | null; readonly out: string; readonly err: string } {
    const time = `${(this.seconds += 60)} +0000`;
    const { status, stdout, stderr } = spawnSync('git', [...args], {
      cwd: this.folder,
      encoding: 'utf8',
      input: input ?? '',
      timeout: 60_000,
      env: {
        ...cleanEnvironment(),
        GIT_AUTHOR_NAME: PERSON.name,
        GIT_AUTHOR_EMAIL: PERSON.email,
        GIT_AUTHOR_DATE: time,
        GIT_COMMITTER_NAME: PERSON.name,
        GIT_COMMITTER_EMAIL: PERSON.email,
        GIT_COMMITTER_DATE: time,
        ...env,
      },
    });
    if (status !== 0 && !fails) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return { code: status, out: stdout, err: stderr };
  }

  write(file: string, text: string): void {
    const target = path.join(this.folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }

  /** Commits files (and what was there) with a message, as somebody; gives the id. */
  commit(
    message: string,
    files: Readonly<Record<string, string>> = {},
    author: { readonly name?: string; readonly email?: string } = {},
  ): string {
    for (const [file, text] of Object.entries(files)) this.write(file, text);
    this.git('add', '--all');
    this.run(
      ['commit', '--quiet', '--allow-empty', '--allow-empty-message', '--cleanup=verbatim', '--file=-'],
      {
        input: message,
        env: {
          ...(author.name === undefined ? {} : { GIT_AUTHOR_NAME: author.name }),
          ...(author.email === undefined ? {} : { GIT_AUTHOR_EMAIL: author.email }),
        },
      },
    );
    return this.head();
  }

  head(): string {
    return this.git('rev-parse', 'HEAD').trim();
  }
}

/** Nothing of the person who runs the tests: no hooks, templates, signatures or repositories of theirs. */
export function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('GIT_'),
  );
  return { ...Object.fromEntries(kept), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
}
