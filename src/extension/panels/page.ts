/** Where the scripts of web views are, and the page that is put into a panel. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pageText } from './pageText.ts';

/** Where the scripts of web views lie; nothing outside of it can be read by them. */
export function scriptsOf(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

/** @param view the name of its script */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri, view: string): string {
  return pageText({
    view,
    script: webview.asWebviewUri(vscode.Uri.joinPath(scriptsOf(extension), `${view}.js`)).toString(),
    source: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    language: vscode.env.language,
  });
}
