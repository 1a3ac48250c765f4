import { SettingsView } from './settingsView.ts';

customElements.define('refinery-settings', SettingsView);
