/** The language client's library, in a file of ours, so that it is evaluated only when this file is loaded. */
import * as library from 'vscode-languageclient/node';

export { library };
