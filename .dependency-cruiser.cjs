// Who may import whom (ARCHITECTURE.md). Type-only imports count as well.
const NODE_MODULES = '(^|/)node_modules/';
const packages = (...names) => `${NODE_MODULES}(@types/)?(${names.join('|')})/`;

/** Files of `from` may import nothing but what `allowed` matches. */
function only(name, from, allowed, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: typeof from === 'string' ? { path: from } : from,
    to: { pathNot: allowed },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or share a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    only(
      'core-is-pure',
      '^src/core/',
      ['^src/core/', packages('zod', 'yaml', '@cucumber/gherkin')],
      'core imports core, zod, yaml and the Gherkin parser',
    ),
    {
      name: 'yaml-in-one-place',
      severity: 'error',
      comment: 'core/yaml is the only user of the yaml package.',
      from: { path: '^src/', pathNot: '^src/core/yaml/' },
      to: { path: packages('yaml') },
    },
    {
      name: 'gherkin-in-one-place',
      severity: 'error',
      comment:
        'core/writing/acceptance is the only user of the Gherkin parser, which is loaded when first needed.',
      from: { path: '^src/', pathNot: '^src/core/writing/acceptance/' },
      to: { path: packages('@cucumber/[^/]+') },
    },
    only(
      'protocol-is-contracts',
      '^src/protocol/',
      [
        '^src/(protocol|core)/',
        packages('zod', 'vscode-languageserver-types', 'vscode-languageserver-protocol'),
      ],
      'protocol imports types and schemas of core',
    ),
    {
      name: 'protocol-takes-types-of-core',
      severity: 'error',
      comment: 'What protocol takes from core at run time are its schemas alone.',
      from: { path: '^src/protocol/' },
      to: { path: '^src/core/', pathNot: '^src/core/schema/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'server-knows-no-host',
      { path: '^src/server/', pathNot: '^src/server/main\\.node\\.ts$' },
      ['^src/(server|core|protocol)/', packages('zod', 'vscode-languageserver[^/]*', 'vscode-jsonrpc')],
      'server imports core and protocol; what a platform gives comes in at the entry file',
    ),
    only(
      'server-entry',
      '^src/server/main\\.node\\.ts$',
      [
        '^src/(server|core|protocol|node)/',
        packages('vscode-languageserver[^/]*', 'vscode-jsonrpc'),
        '^(node:)?[a-z0-9_]+(/promises)?$',
      ],
      'the server entry may also import node',
    ),
    only(
      'extension-is-thin',
      '^src/extension/',
      [
        '^src/(extension|protocol|views)/',
        '^src/node/clock\\.ts$',
        '^vscode$',
        '^(node:)?(crypto|fs/promises)$',
        packages(
          'vscode',
          'vscode-languageclient',
          'vscode-languageserver-(protocol|types)',
          'zod',
          'marked',
        ),
      ],
      'extension imports protocol, views and vscode, and the clock of its process',
    ),
    only(
      'views-are-pure',
      '^src/views/',
      ['^src/(views|protocol)/', '^src/core/planning/figures/'],
      'views imports protocol, and the figures of planning, which are the same wherever they are shown',
    ),
    only(
      'figures-stand-alone',
      '^src/core/planning/figures/',
      ['^src/core/planning/figures/'],
      'the figures of planning import nothing, so that views can have them',
    ),
    only(
      'webview-is-thinner-still',
      '^src/webview/',
      [
        '^src/(webview|views|protocol)/',
        packages(
          'lit',
          'lit-html',
          'lit-element',
          '@lit',
          '@vscode-elements',
          '@vscode/codicons',
          '@atlaskit',
          '@tanstack',
        ),
      ],
      'webview imports views and the contracts in protocol',
    ),
    {
      name: 'webview-checks-nothing',
      severity: 'error',
      comment: 'The host checks what views say; zod stays out of their scripts.',
      from: { path: '^src/(webview|views)/' },
      to: { path: packages('zod'), reachable: true },
    },
    {
      name: 'vscode-in-extension-alone',
      severity: 'error',
      comment: 'extension is the only folder that imports vscode.',
      from: { path: '^src/', pathNot: '^src/extension/' },
      to: { path: ['^vscode$', packages('vscode', 'vscode-languageclient')] },
    },
    only(
      'node-implements-hosts',
      '^src/node/',
      ['^src/node/', '^src/core/workspace/', '^(node:)?[a-z_]+(/promises)?$'],
      'node imports the host interfaces in core/workspace',
    ),
    only(
      'cli-is-a-shell',
      '^src/cli/',
      ['^src/(cli|core|node)/', '^package\\.json$', packages('zod'), '^(node:)?[a-z_]+(/promises)?$'],
      'cli imports core and node, and its version from package.json',
    ),
    {
      name: 'product-knows-no-tools',
      severity: 'error',
      comment: 'What ships imports no generator, test, benchmark or script.',
      from: { path: '^src/', pathNot: '^src/build/' },
      to: { path: ['^src/build/', '^(test|bench|scripts)/'] },
    },
  ],
  options: {
    doNotFollow: { path: NODE_MODULES },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
