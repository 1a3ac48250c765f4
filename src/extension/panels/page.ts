/** The page of a web view: an empty body and one script of our own. Nothing else may run or be loaded. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Where the scripts of web views lie; nothing outside of it can be read by them. */
export function scriptsOf(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

/** @param view the name of its script; its element is called after it: `refinery-story-page` for `storyPage` */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri, view: string): string {
  const nonce = randomBytes(16).toString('base64');
  const script = webview.asWebviewUri(vscode.Uri.joinPath(scriptsOf(extension), `${view}.js`));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `img-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  const element = `refinery-${view.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Refinery</title>
<style nonce="${nonce}">html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }</style>
</head>
<body><${element}></${element}><script nonce="${nonce}" type="module" src="${script.toString()}"></script></body>
</html>`;
}
