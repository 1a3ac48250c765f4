/** The page of a web view as text: an empty body and one script of our own. Nothing else may run or be loaded. */

export interface PageParts {
  /** The name of its script; its element is called after it: `refinery-story-page` for `storyPage`. */
  readonly view: string;
  /** Where the script is. */
  readonly script: string;
  /** Where pictures, fonts and styles may come from, as the content security policy names it. */
  readonly source: string;
  /** A word that nobody else knows: only what bears it may run. */
  readonly nonce: string;
  readonly language: string;
}

export function pageText({ view, script, source, nonce, language }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `img-src ${source}`,
    `font-src ${source}`,
  ].join('; ');
  const element = `refinery-${view.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refinery</title>
<style nonce="${nonce}">html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }</style>
</head>
<body><${element}></${element}><script nonce="${nonce}" type="module" src="${script}"></script></body>
</html>`;
}
