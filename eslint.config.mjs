// Typed linting. A warning is an error or it is off; a disable comment says why, behind `--`.
import tseslint from 'typescript-eslint';

/** `eslint-disable` without a reason is a finding of its own. */
const disableNeedsReason = {
  meta: {
    type: 'problem',
    messages: { reason: 'Say why, behind ` -- `, or fix what it reports.' },
    schema: [],
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments())
        if (/^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value))
          context.report({ loc: comment.loc, messageId: 'reason' });
    },
  }),
};

/** ESLint's own rules against what can only be a mistake. */
const MISTAKES = [
  'no-async-promise-executor',
  'no-case-declarations',
  'no-cond-assign',
  'no-debugger',
  'no-empty',
  'no-empty-character-class',
  'no-fallthrough',
  'no-loss-of-precision',
  'no-prototype-builtins',
  'no-regex-spaces',
  'no-self-assign',
  'no-sparse-arrays',
  'no-unsafe-finally',
  'no-unused-labels',
  'no-useless-catch',
  'no-useless-escape',
];

const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const noBarrel = {
  selector: 'ExportAllDeclaration',
  message: 'An import names the file where a thing lives: no barrels.',
};
const fileExtension = {
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression)[source.value=/^\\.(?!.*\\.(ts|mts|mjs|json)$)/]',
  message: 'Name the file with its extension.',
};
const wholeZod = {
  selector: "ImportDeclaration[source.value='zod'] > :not(ImportNamespaceSpecifier, Literal)",
  message: "Write `import * as z from 'zod'`: the other form bundles every locale.",
};

const oneClock = {
  selector:
    ":matches(NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now'])",
  message:
    'The time comes from src/node/clock.ts, or as an argument; how long something takes, from performance.now().',
};
const RESTRICTED = [noDefaultExport, noBarrel, fileExtension, wholeZod];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', 'coverage/', 'examples/', 'media/', 'test/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked],
    // One program for all, which takes a third of the time of one for each environment.
    languageOptions: {
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A text is taken apart by code points on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.mts', '**/*.mjs'],
    plugins: { refinery: { rules: { 'disable-needs-reason': disableNeedsReason } } },
    languageOptions: { parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
    rules: {
      'refinery/disable-needs-reason': 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 80],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      ...Object.fromEntries(MISTAKES.map((name) => [name, 'error'])),
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...RESTRICTED, oneClock] },
  },
  {
    // Beside times of files, which are the machine's.
    files: ['src/node/turns.ts', 'src/extension/diskTexts.ts', 'src/extension/onDisk.ts'],
    rules: { 'no-restricted-syntax': ['error', ...RESTRICTED] },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  // The scanner gives up by throwing one prepared sign: an error with its stack would cost more than the reading.
  { files: ['src/core/yaml/scan*.ts'], rules: { '@typescript-eslint/only-throw-error': 'off' } },
  // `message<Params, void>()` says that a notification has no answer.
  { files: ['src/protocol/{lsp,commits}.ts'], rules: { '@typescript-eslint/no-invalid-void-type': 'off' } },
  {
    // A `describe` or `suite` holds its tests in one function.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
