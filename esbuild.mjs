// Builds what ships: dist/extension.js, dist/server.js and dist/cli.js, each with the chunks it loads later.
// What is loaded at the start stays small: a dynamic `import('./x.ts')` of a file of our own becomes a chunk of its own,
// and a package named in LAZY_PACKAGES one that is loaded when something of it is first used. What two chunks share is
// loaded once. Production builds are minified and fail when a size budget is broken.
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, context, transform } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const outdir = path.join(root, 'dist');

/** The programs: entry file, what the host provides, and the most bytes that loading it at the start may cost. */
const PROGRAMS = [
  { name: 'extension', entry: 'src/extension/main.ts', external: ['vscode'], budget: 700_000 },
  { name: 'server', entry: 'src/server/main.node.ts', external: [], budget: 500_000 },
  { name: 'cli', entry: 'src/cli/main.ts', external: [], budget: 500_000, executable: true },
];

/** What runs in web views: one script each, with the most bytes that it may have. */
const WEB_VIEWS = [
  { name: 'board', entry: 'src/webview/board/main.ts', budget: 250_000 },
  { name: 'planning', entry: 'src/webview/planning/main.ts', budget: 250_000 },
  { name: 'settings', entry: 'src/webview/settings/main.ts', budget: 100_000 },
  { name: 'storyPage', entry: 'src/webview/storyPage/main.ts', budget: 450_000 },
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

/**
 * Writes what was split as modules of Node's first kind. Only ES modules can be split by esbuild, so that what two
 * chunks need is loaded once; a `require` needs no loader of ES modules in an extension host, and is sooner there.
 */
function asCommonJs(program, dev) {
  return {
    name: 'as-common-js',
    setup(pluginBuild) {
      pluginBuild.onEnd(async ({ outputFiles = [] }) => {
        for (const { path: file, text } of outputFiles) {
          const { code } = await transform(text, {
            format: 'cjs',
            platform: 'node',
            target: 'node20',
            supported: { 'dynamic-import': false },
            minifyWhitespace: !dev,
            minifySyntax: !dev,
            sourcemap: dev ? 'inline' : false,
            sourcefile: path.basename(file),
          });
          const first = path.basename(file) === `${program.name}.js` && program.executable;
          writeFileSync(file, first ? `#!/usr/bin/env node\n${code}` : code);
        }
      });
    },
  };
}

/** @returns {import('esbuild').BuildOptions & { metafile: true }} */
function optionsFor(program, found, dev) {
  return {
    absWorkingDir: root,
    entryPoints: [{ in: path.join(root, program.entry), out: program.name }],
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    chunkNames: `${program.name}-[name]-[hash]`,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: program.external,
    // Without this, packages that also ship UMD are bundled with a `require` that cannot be followed.
    mainFields: ['module', 'main'],
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [lazyPackages(found), asCommonJs(program, dev)],
  };
}

/** A package that is loaded when it is first used, as one file. */
async function buildPackage(name, file, { dev }) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [{ in: file, out: chunkOf(name) }],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: !dev,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return Object.entries(result.metafile.outputs).map(([out, meta]) => ({ out, meta }));
}

/** Builds one program with every chunk that it loads later. Packages that several programs use are built once. */
async function buildProgram(program, packages, { dev, watch }) {
  const found = new Map();
  const options = optionsFor(program, found, dev);
  if (watch) await (await context(options)).watch();
  const result = await build(options);
  const outputs = Object.entries(result.metafile.outputs).map(([out, meta]) => ({ out, meta }));
  for (const [name, file] of found) {
    if (packages.has(name)) continue;
    packages.add(name);
    outputs.push(...(await buildPackage(name, file, { dev })));
  }
  return { program, chunks: outputs.map(({ out }) => path.basename(out, '.js')), outputs };
}

/** The bytes that loading a program's first file loads with it. */
function loadedAtStart({ program, outputs }) {
  const byName = new Map(outputs.map(({ out, meta }) => [out, meta]));
  const entry = outputs.find(({ out }) => path.basename(out, '.js') === path.basename(program.name))?.out;
  const loaded = new Set();
  const load = (out) => {
    if (out === undefined || loaded.has(out) || !byName.has(out)) return;
    loaded.add(out);
    for (const { path: next, kind } of byName.get(out).imports) if (kind === 'import-statement') load(next);
  };
  load(entry);
  return [...loaded].reduce((sum, out) => sum + statSync(path.join(root, out)).size, 0);
}

/** Builds the script of a web view, for the browser that the editor is. */
async function buildWebView(view, { dev, watch }) {
  /** @type {import('esbuild').BuildOptions & { metafile: true }} */
  const options = {
    absWorkingDir: root,
    entryPoints: [{ in: path.join(root, view.entry), out: view.name }],
    outdir: path.join(outdir, 'webview'),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'chrome122',
    loader: { '.svg': 'text' },
    // lit's own builds: without warnings for developers.
    conditions: dev ? ['development'] : ['production'],
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  };
  if (watch) await (await context(options)).watch();
  const result = await build(options);
  const outputs = Object.entries(result.metafile.outputs).map(([out, meta]) => ({ out, meta }));
  return { program: { ...view, name: `webview/${view.name}` }, chunks: [`webview/${view.name}`], outputs };
}

/** What is over its budget, as sentences. */
function overBudget(built) {
  return built.flatMap((one) => {
    const { name, budget } = one.program;
    const size = loadedAtStart(one);
    return size <= budget
      ? []
      : [
          `dist/${name}.js loads ${size} bytes at its start, its budget is ${budget}: load what is not needed then with import()`,
        ];
  });
}

/** Builds everything into dist/. Throws when a file does not build or, in production, is over its budget. */
export async function buildAll({ dev = false, watch = false } = {}) {
  mkdirSync(outdir, { recursive: true });
  for (const file of readdirSync(outdir)) if (/\.js(\.map)?$/.test(file)) rmSync(path.join(outdir, file));
  const built = [];
  const packages = new Set();
  for (const program of PROGRAMS) built.push(await buildProgram(program, packages, { dev, watch }));
  rmSync(path.join(outdir, 'webview'), { recursive: true, force: true });
  for (const view of WEB_VIEWS) built.push(await buildWebView(view, { dev, watch }));
  chmodSync(path.join(outdir, 'cli.js'), 0o755);
  const over = dev ? [] : overBudget(built);
  if (over.length > 0) throw new Error(over.join('\n'));
  return built;
}

function sizes(built) {
  return built
    .map(
      (one) =>
        `${one.program.name} ${Math.round(loadedAtStart(one) / 1000)} kB at start (${one.chunks.length} files)`,
    )
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
