// Builds what ships: dist/extension.js, dist/server.js and dist/cli.js, each with the chunks it loads later.
// What is loaded at the start stays small: a dynamic `import('./x.ts')` of a file of our own becomes a chunk of its own
// (`dist/x.js`), and a package named in LAZY_PACKAGES one that is loaded when something of it is first used.
// Production builds are minified and fail when a size budget is broken.
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const outdir = path.join(root, 'dist');

/** The programs: entry file, what the host provides, and the most bytes that loading it at the start may cost. */
const PROGRAMS = [
  { name: 'extension', entry: 'src/extension/main.ts', external: ['vscode'], budget: 700_000 },
  { name: 'server', entry: 'src/server/main.node.ts', external: [], budget: 500_000 },
  { name: 'cli', entry: 'src/cli/main.ts', external: [], budget: 500_000, executable: true },
];

/** Packages that most starts do without: plain files are read without the yaml package, few criteria are Gherkin. */
const LAZY_PACKAGES = ['yaml', '@cucumber/gherkin'];

/** What the chunk of a package is called, without its scope. */
const chunkOf = (name) => name.slice(name.lastIndexOf('/') + 1);

/**
 * Puts in the place of a package a module of the same names that loads the package's chunk when one of them is read.
 * It works without a word in the source, since bundled code reads an import at each use.
 */
function lazyPackages(found) {
  return {
    name: 'lazy-packages',
    setup(pluginBuild) {
      const filter = new RegExp(`^(${LAZY_PACKAGES.join('|')})$`);
      pluginBuild.onResolve({ filter }, ({ path: name, kind }) => {
        if (kind === 'entry-point') return undefined;
        found.set(chunkOf(name), fileURLToPath(import.meta.resolve(name)));
        return { path: name, namespace: 'lazy-package' };
      });
      pluginBuild.onLoad({ filter: /.*/, namespace: 'lazy-package' }, async ({ path: name }) => {
        const names = Object.keys(await import(name)).filter((key) => key !== 'default' && /^\w+$/.test(key));
        const contents = `let loaded;
          const load = () => (loaded ??= require('./${chunkOf(name)}.js'));
          for (const name of ${JSON.stringify(names)})
            Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
          Object.defineProperty(exports, '__esModule', { value: true });`;
        return { contents, loader: 'js', resolveDir: root };
      });
      pluginBuild.onResolve({ filter: /\.js$/, namespace: 'lazy-package' }, (args) => ({
        path: args.path,
        external: true,
      }));
    },
  };
}

/** Turns dynamic imports of our own files into `require('./name.js')` and reports which chunks that asks for. */
function lazyChunks(found) {
  return {
    name: 'lazy-chunks',
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^\.{1,2}\// }, (args) => {
        if (args.kind !== 'dynamic-import') return undefined;
        const file = path.resolve(args.resolveDir, args.path);
        const name = path.basename(file).replace(/\.ts$/, '');
        found.set(name, file);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/** @returns {import('esbuild').BuildOptions & { metafile: true }} */
function optionsFor(program, name, file, found, dev) {
  return {
    absWorkingDir: root,
    entryPoints: [{ in: file, out: name }],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: program.external,
    // Without this, packages that also ship UMD are bundled with a `require` that cannot be followed.
    mainFields: ['module', 'main'],
    // The chunks are CommonJS beside their program: `require`, so that an extension host needs no ESM loader for them.
    supported: { 'dynamic-import': false },
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [lazyChunks(found), lazyPackages(found)],
    ...(program.executable && name === program.name ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  };
}

/** Builds one program and every chunk that it, or a chunk of it, imports later. */
async function buildProgram(program, { dev, watch }) {
  const entry = path.join(root, program.entry);
  const chunks = new Map([[program.name, entry]]);
  const outputs = [];
  for (const [name, file] of chunks) {
    const found = new Map();
    const options = optionsFor(program, name, file, found, dev);
    if (watch) await (await context(options)).watch();
    const result = await build(options);
    outputs.push(...Object.entries(result.metafile.outputs).map(([out, meta]) => ({ out, meta })));
    for (const [chunk, chunkFile] of found) {
      if (PROGRAMS.some((other) => other.name === chunk) || (chunks.get(chunk) ?? chunkFile) !== chunkFile)
        throw new Error(`two files want to be dist/${chunk}.js: rename ${path.relative(root, chunkFile)}`);
      chunks.set(chunk, chunkFile);
    }
  }
  return { program, chunks: [...chunks.keys()], outputs };
}

/** What is over its budget, as sentences. */
function overBudget(built) {
  return built.flatMap(({ program }) => {
    const size = statSync(path.join(outdir, `${program.name}.js`)).size;
    return size <= program.budget
      ? []
      : [
          `dist/${program.name}.js has ${size} bytes, its budget is ${program.budget}: load what is not needed at the start with import()`,
        ];
  });
}

/** Builds everything into dist/. Throws when a file does not build or, in production, is over its budget. */
export async function buildAll({ dev = false, watch = false } = {}) {
  mkdirSync(outdir, { recursive: true });
  for (const file of readdirSync(outdir)) if (/\.js(\.map)?$/.test(file)) rmSync(path.join(outdir, file));
  const built = [];
  for (const program of PROGRAMS) built.push(await buildProgram(program, { dev, watch }));
  chmodSync(path.join(outdir, 'cli.js'), 0o755);
  const over = dev ? [] : overBudget(built);
  if (over.length > 0) throw new Error(over.join('\n'));
  return built;
}

function sizes(built) {
  return built
    .flatMap(({ chunks }) => chunks)
    .map((name) => `${name}.js ${Math.round(statSync(path.join(outdir, `${name}.js`)).size / 1000)} kB`)
    .join(', ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dev = process.argv.includes('--dev');
  const watch = process.argv.includes('--watch');
  try {
    const started = Date.now();
    const built = await buildAll({ dev: dev || watch, watch });
    console.log(`dist: ${sizes(built)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
