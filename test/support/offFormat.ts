/**
 * 500 items as teams write them who never heard of this format: titles alone, bugs with a description, tasks, plain
 * bullets as criteria, several languages. Always the same, at the statuses of a team at work.
 */

/** Of each language: what is worked on, and titles in which it stands for `%`. */
const TITLES: readonly (readonly [things: readonly string[], titles: readonly string[]])[] = [
  [
    ['login page', 'invoice export', 'search', 'settings screen', 'import job', 'e-mail digest', 'map view'],
    [
      'Fix % on Safari',
      'Crash in % when the list is empty',
      'Refactor %',
      '%: add loading state',
      'Add tests for %',
      '[Spike] How do others do the %?',
      'Upgrade dependencies of %',
      '% is slow with > 10k rows',
      'Remove feature flag for %',
      'Design review: %',
      'Docs for the %',
      'As discussed: new %',
      'Translate % (DE, FR)',
      'Wrong time zone in %',
      'Make % work offline',
      'TODO: % permissions',
    ],
  ],
  [
    ['Anmeldeseite', 'Rechnungsexport', 'Suche', 'Einstellungen', 'Kartenansicht'],
    [
      '% funktioniert nicht auf dem Handy',
      'Neue % mit Filter',
      'Fehlermeldung in % ist auf Englisch',
      '%: Tests nachziehen',
      'Als Kunde möchte ich die % auf dem Handy nutzen',
    ],
  ],
  [
    ['la page de connexion', "l'export des factures", 'la recherche', 'la carte'],
    ['Corriger %', 'Améliorer % sur mobile', 'Supprimer %', 'Erreur 500 sur %'],
  ],
  [
    ['la página de inicio', 'la exportación', 'el buscador', 'el mapa'],
    ['Arreglar %', 'Añadir filtros en %', '¿Por qué falla %?', 'Traducir %'],
  ],
  [
    ['a página inicial', 'a exportação', 'a busca'],
    ['Corrigir %', 'Permitir ordenar %', '% não abre no celular'],
  ],
  [
    ['ログイン画面', '検索', '請求書'],
    ['%の不具合を修正', '%を追加する', '%が遅い'],
  ],
  [
    ['登录页面', '搜索', '发票导出'],
    ['修复%的错误', '优化%', '%支持手机'],
  ],
  [
    ['страница входа', 'поиск', 'экспорт счетов'],
    ['Ошибка: % не открывается', 'Добавить фильтр: %', '%: перевести на английский'],
  ],
];

const DESCRIPTIONS: readonly string[] = [
  'Steps to reproduce:\n1. Open the app\n2. Log in as admin\n3. Click Save twice\n\nExpected: saved once\nActual: two entries',
  'Customer reported this on Friday, see ticket. Happens only with large files (> 20 MB).',
  'Stack trace:\n  TypeError: x is undefined\n    at save (app.js:12)\n\nCannot reproduce locally.',
  'We talked about this in the retro. Should be quick. Ask Tom if unclear.',
  'Beim Speichern erscheint eine leere Seite. Tritt nur im Firefox auf.',
  "L'application se ferme quand on tourne le téléphone.",
  'Al guardar, el total sale con dos decimales de más.',
  '再現手順: 1. 検索する 2. 戻る。結果が消える。',
  'See design in Figma. Copy is final. Mobile first!',
  '**Context**: the old endpoint goes away in March.\n\n- [ ] switch the client\n- [ ] delete the proxy',
];

const CRITERIA: readonly (readonly string[])[] = [
  [
    'User can log in with Google',
    'Error message is shown for a wrong password',
    'Session ends after 30 minutes',
  ],
  ['CSV has a header row', 'Amounts have two decimals', 'File name contains the date'],
  ['Works on iOS and Android', 'Dark mode is supported'],
  ['Search returns results in under 200 ms', 'No results page shows a link to help'],
  ['Only admins see the button', 'Audit log has an entry for each change'],
  ['Suche findet auch Umlaute', 'Ergebnisse sind nach Datum sortiert'],
  ['Le total est affiché en euros', 'Le bouton est désactivé sans adresse'],
  ['El usuario recibe un correo', 'El enlace caduca a las 24 horas'],
  ['API returns 404 for unknown ids', 'OpenAPI file is updated', 'Old clients keep working'],
  ['エラー時にメッセージが表示される', '結果は日付順に並ぶ'],
  ['unit tests green', 'reviewed', 'deployed to staging'],
  ['Given the old phones we support, it starts', 'Translations are in place'],
];

const STORIES: readonly string[] = [
  'Als Kundin möchte ich meine Rechnungen als PDF laden, damit ich sie ablegen kann.',
  'En tant que client, je veux payer par carte afin de ne pas attendre.',
  'Como cliente quiero ver mi saldo para saber cuánto puedo gastar.',
  'Como administrador, quero bloquear um usuário para proteger os outros.',
  '利用者として、検索結果を保存したい。後で見るため。',
  '作为管理员，我想导出报表，以便分享给同事。',
  'Как пользователь, я хочу видеть историю заказов, чтобы повторить заказ.',
];

const STATUSES = ['ready', 'ready', 'doing', 'ready', 'review', 'idea', undefined, 'done'];
const TYPES = ['story', undefined, 'bug', 'task', undefined, 'bug', 'spike'];

/** A backlog file with `count` such items. */
export function offFormatBacklog(count = 500): string {
  const titles = everyTitle();
  const items = Array.from({ length: count }, (_, index) => item(index, titles));
  return `product: {name: Shop, key: SH}\nstories:\n${items.join('')}`;
}

function item(index: number, titles: readonly string[]): string {
  const title = titles[index % titles.length] ?? '';
  const again = Math.floor(index / titles.length);
  const lines = [`id: SH-${index + 1}`, `title: ${quoted(again === 0 ? title : `${title} (${again + 1})`)}`];
  const type = TYPES[index % TYPES.length];
  const status = STATUSES[index % STATUSES.length];
  if (type !== undefined) lines.push(`type: ${type}`);
  if (status !== undefined) lines.push(`status: ${status}`);
  const plain = type === undefined || type === 'story';
  if (type === 'bug') lines.push(...block('description', pick(DESCRIPTIONS, index)), 'severity: major');
  if (type === 'task' || index % 11 === 3)
    if (type !== 'bug') lines.push(...block('description', pick(DESCRIPTIONS, index + 3)));
  if (plain && index % 3 === 0)
    lines.push('acceptance:', ...pick(CRITERIA, Math.floor(index / 3)).map((line) => `  - ${quoted(line)}`));
  if (plain && index % 9 === 4) lines.push(`story: ${quoted(pick(STORIES, Math.floor(index / 9)))}`);
  if (index % 4 === 1) lines.push(`estimate: ${pick([1, 2, 3, 5, 8], index)}`);
  if (index % 5 === 2) lines.push(`labels: [${pick(['web', 'api', 'mobile', 'ux'], index)}]`);
  return `  - ${lines.join('\n    ')}\n`;
}

/** All titles, the languages in turn. */
function everyTitle(): readonly string[] {
  const byLanguage = TITLES.map(([things, titles]) =>
    titles.flatMap((title) => things.map((thing) => title.replaceAll('%', thing))),
  );
  const longest = Math.max(...byLanguage.map((titles) => titles.length));
  return Array.from({ length: longest }, (_, index) =>
    byLanguage.flatMap((titles) => titles[index] ?? []),
  ).flat();
}

function block(key: string, text: string): readonly string[] {
  return [`${key}: |`, ...text.split('\n').map((line) => (line === '' ? '' : `  ${line}`))];
}

function pick<T>(from: readonly T[], index: number): T {
  const picked = from[index % from.length];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
