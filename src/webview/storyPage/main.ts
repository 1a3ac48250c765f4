/** The story page's script: its element, and those that it is made of. */
import { PagePicker } from './picker.ts';
import { PageTextField } from './textField.ts';
import { StoryPageView } from './storyPageView.ts';

customElements.define('page-text', PageTextField);
customElements.define('page-picker', PagePicker);
customElements.define('refinery-story-page', StoryPageView);
