/** The kinds of code actions that the server gives, told at the start; the actions themselves are loaded later. */
export const FIX_ALL = 'source.fixAll.refinery';

export const CODE_ACTION_KINDS = [
  'quickfix',
  'refactor.extract',
  'refactor.inline',
  'refactor.rewrite',
  'refactor.move',
  FIX_ALL,
];
