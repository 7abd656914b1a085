/** Defines `<voice-agent>`. This is the one module a page loads, and the only one whose import has an effect. */
import { VoiceAgent } from './element.js';

export { VoiceAgent };

if (!customElements.get('voice-agent')) customElements.define('voice-agent', VoiceAgent);
