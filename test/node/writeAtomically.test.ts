import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createAtomically,
  NODE_CALLS,
  temporaryName,
  writeAtomically,
} from '../../src/node/writeAtomically.ts';
import type { WriteCalls } from '../../src/node/writeAtomically.ts';
import { temporaryFolders } from './temporaryFolder.ts';

const folder = temporaryFolders();
const OLD = Buffer.from('old: 1\n'.repeat(50));
const NEW = Buffer.from('new: 22\n'.repeat(70));

function backlog(): string {
  return path.join(folder({ 'backlog.yaml': OLD }), 'backlog.yaml');
}

/** The real calls, one of which fails as the system would make it fail. */
function failing(name: keyof WriteCalls, code: string, nth = 1): WriteCalls {
  let call = 0;
  const original = NODE_CALLS[name] as (...args: unknown[]) => unknown;
  const faulty = (...args: unknown[]): unknown => {
    call += 1;
    if (call === nth) throw Object.assign(new Error(`${code}: injected`), { code });
    return original(...args);
  };
  return { ...NODE_CALLS, [name]: faulty };
}

describe('replacing a file', () => {
  it('puts the new bytes there and leaves nothing else behind', () => {
    const file = backlog();
    writeAtomically(file, OLD, NEW);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['backlog.yaml']);
  });

  it.each([0o600, 0o644, 0o664, 0o755])('keeps the mode %o', (mode) => {
    const file = backlog();
    fs.chmodSync(file, mode);
    writeAtomically(file, OLD, NEW);
    expect(fs.statSync(file).mode & 0o7777).toBe(mode);
  });

  it('writes to the target of a symbolic link, and keeps the link', () => {
    const root = folder({ 'plans/real.yaml': OLD });
    const link = path.join(root, 'backlog.yaml');
    fs.symlinkSync('plans/real.yaml', link);
    writeAtomically(link, OLD, NEW);
    expect(fs.readlinkSync(link)).toBe('plans/real.yaml');
    expect(fs.readFileSync(path.join(root, 'plans/real.yaml')).equals(NEW)).toBe(true);
  });

  it('copes with a system that writes a few bytes at a time', () => {
    const file = backlog();
    const few: WriteCalls = {
      ...NODE_CALLS,
      writeSync: ((fd: number, bytes: Buffer, offset: number, length: number) =>
        fs.writeSync(fd, bytes, offset, Math.min(length, 7))) as typeof fs.writeSync,
    };
    writeAtomically(file, OLD, NEW, few);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });
});

describe('a file that somebody else changes', () => {
  it('is left as they wrote it', () => {
    const file = backlog();
    fs.writeFileSync(file, 'theirs: 1\n');
    expect(() => writeAtomically(file, OLD, NEW)).toThrow(
      'backlog.yaml has changed since it was read, so nothing was written; run the command again.',
    );
    expect(fs.readFileSync(file, 'utf8')).toBe('theirs: 1\n');
    expect(fs.readdirSync(path.dirname(file))).toEqual(['backlog.yaml']);
  });

  it('is noticed up to the last step, also where the size stays the same', () => {
    const file = backlog();
    const theirs = Buffer.from(OLD.toString().replace('1', '2'));
    const late: WriteCalls = {
      ...NODE_CALLS,
      fsyncSync: (descriptor) => {
        fs.writeFileSync(file, theirs);
        fs.fsyncSync(descriptor);
      },
    };
    expect(() => writeAtomically(file, OLD, NEW, late)).toThrow('has changed since it was read');
    expect(fs.readFileSync(file).equals(theirs)).toBe(true);
  });

  it('stays deleted', () => {
    const file = backlog();
    fs.rmSync(file);
    expect(() => writeAtomically(file, OLD, NEW)).toThrow('Cannot write backlog.yaml: it does not exist.');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('waits for another writer, and then sees what that one wrote', () => {
    const file = backlog();
    fs.writeFileSync(temporaryName(file), 'half');
    let slept = 0;
    const waiting: WriteCalls = {
      ...NODE_CALLS,
      sleep: () => {
        slept += 1;
        if (slept !== 3) return;
        fs.writeFileSync(file, 'theirs: 1\n');
        fs.rmSync(temporaryName(file));
      },
    };
    expect(() => writeAtomically(file, OLD, NEW, waiting)).toThrow('has changed since it was read');
    expect(slept).toBe(3);
  });

  it('is not given the text of a writer that took over the temporary file', () => {
    const file = backlog();
    const stolen: WriteCalls = {
      ...NODE_CALLS,
      fsyncSync: (descriptor) => {
        fs.fsyncSync(descriptor);
        if (!fs.existsSync(temporaryName(file))) return;
        fs.rmSync(temporaryName(file));
        fs.writeFileSync(`${temporaryName(file)}2`, 'keeps the inode number from being used again');
        fs.writeFileSync(temporaryName(file), 'half of theirs');
      },
    };
    expect(() => writeAtomically(file, OLD, NEW, stolen)).toThrow('Another program took over');
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
  });
});

describe('a write that goes wrong', () => {
  const steps: readonly [keyof WriteCalls, string, string][] = [
    ['openSync', 'EACCES', 'permission denied'],
    ['openSync', 'EROFS', 'the file system is read-only'],
    ['writeSync', 'ENOSPC', 'the disk is full'],
    ['writeSync', 'EIO', 'the disk reported an error'],
    ['fchmodSync', 'EPERM', 'the operation is not permitted'],
    ['fsyncSync', 'EIO', 'the disk reported an error'],
    ['closeSync', 'EDQUOT', 'the disk quota is used up'],
    ['readFileSync', 'EIO', 'the disk reported an error'],
    ['renameSync', 'EBUSY', 'it is in use'],
    ['accessSync', 'EACCES', 'permission denied'],
    ['realpathSync', 'ELOOP', 'its symbolic links form a loop'],
  ];
  it.each(steps)('at %s with %s leaves the old file and tells why', (name, code, why) => {
    const file = backlog();
    expect(() => writeAtomically(file, OLD, NEW, failing(name, code))).toThrow(
      `Cannot write backlog.yaml: ${why}.`,
    );
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['backlog.yaml']);
  });

  it('is still a write where only the owner or the folder’s flush fails', () => {
    for (const calls of [failing('fchownSync', 'EPERM'), failing('fsyncSync', 'EINVAL', 2)]) {
      const file = backlog();
      writeAtomically(file, OLD, NEW, calls);
      expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    }
  });

  it('takes over the temporary file of a writer that was killed', () => {
    const file = backlog();
    fs.writeFileSync(temporaryName(file), 'half');
    let waited = 0;
    const calls: WriteCalls = { ...NODE_CALLS, sleep: (milliseconds) => (waited += milliseconds) };
    writeAtomically(file, OLD, NEW, calls);
    expect(waited).toBe(5_000);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['backlog.yaml']);
  });
});

describe('what stands in the way', () => {
  const calls: WriteCalls = { ...NODE_CALLS, sleep: () => undefined };

  it('is told where it has the name of the temporary file and can’t be removed', () => {
    const file = backlog();
    fs.mkdirSync(temporaryName(file));
    fs.writeFileSync(path.join(temporaryName(file), 'x'), '');
    expect(() => writeAtomically(file, OLD, NEW, calls)).toThrow(
      `${temporaryName(file)} is in the way and can’t be removed`,
    );
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
    expect(fs.existsSync(path.join(temporaryName(file), 'x'))).toBe(true);
  });

  it('is another name of the file, which would keep the old text', () => {
    const file = backlog();
    const other = path.join(path.dirname(file), 'other.yaml');
    fs.linkSync(file, other);
    expect(() => writeAtomically(file, OLD, NEW)).toThrow('backlog.yaml has another name');
    expect(fs.readFileSync(file).equals(OLD)).toBe(true);
    expect(fs.statSync(file).ino).toBe(fs.statSync(other).ino);
  });
});

describe('a process that is killed', () => {
  const writer = path.resolve(import.meta.dirname, '../../src/node/writeAtomically.ts');
  const calls = [
    'realpathSync',
    'statSync',
    'accessSync',
    'openSync',
    'writeSync',
    'fchmodSync',
    'fsyncSync',
    'fstatSync',
    'closeSync',
    'readFileSync',
    'renameSync',
  ];

  it.each(calls)('before or after its %s leaves the old file or the new one', async (name) => {
    const { buildSync } = await import('esbuild');
    const root = folder({ 'backlog.yaml': OLD });
    const file = path.join(root, 'backlog.yaml');
    const bundle = path.join(root, 'writer.cjs');
    buildSync({ entryPoints: [writer], outfile: bundle, bundle: true, platform: 'node', format: 'cjs' });
    for (const when of ['before', 'after']) {
      fs.writeFileSync(file, OLD);
      fs.rmSync(temporaryName(file), { force: true });
      const script = `
        const { writeAtomically, NODE_CALLS } = require(${JSON.stringify(bundle)});
        const die = (...args) => {
          if (${JSON.stringify(when)} === 'after') NODE_CALLS[${JSON.stringify(name)}](...args);
          process.kill(process.pid, 'SIGKILL');
          for (;;);
        };
        writeAtomically(${JSON.stringify(file)}, Buffer.from(${JSON.stringify(OLD.toString())}),
          Buffer.from(${JSON.stringify(NEW.toString())}), { ...NODE_CALLS, ${name}: die });`;
      const { signal } = spawnSync(process.execPath, ['-e', script]);
      expect(signal).toBe('SIGKILL');
      const wanted = name === 'renameSync' && when === 'after' ? NEW : OLD;
      expect(fs.readFileSync(file).equals(wanted)).toBe(true);
    }
  });
});

describe('creating a file', () => {
  it('writes it whole', () => {
    const file = path.join(folder(), 'backlog.yaml');
    createAtomically(file, NEW);
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
    expect(fs.readdirSync(path.dirname(file))).toEqual(['backlog.yaml']);
  });

  it('never overwrites one, with hard links and without', () => {
    for (const calls of [NODE_CALLS, failing('linkSync', 'EPERM')]) {
      const file = backlog();
      expect(() => createAtomically(file, NEW, calls)).toThrow(
        'backlog.yaml is there already, so nothing was written.',
      );
      expect(fs.readFileSync(file).equals(OLD)).toBe(true);
      expect(fs.readdirSync(path.dirname(file))).toEqual(['backlog.yaml']);
    }
  });

  it('works where there are no hard links', () => {
    const file = path.join(folder(), 'backlog.yaml');
    createAtomically(file, NEW, failing('linkSync', 'ENOTSUP'));
    expect(fs.readFileSync(file).equals(NEW)).toBe(true);
  });

  it('says why it could not', () => {
    expect(() => createAtomically(path.join(folder(), 'no/such/backlog.yaml'), NEW)).toThrow(
      'Cannot write backlog.yaml: it does not exist.',
    );
  });
});
