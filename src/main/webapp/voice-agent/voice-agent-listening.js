/** What listens: the file that comes with a visitor's first press, by `listeningParts`; and what few visitors see before it. */
export { offerHandoff as handoff } from './handoff.js';
export { HandsFree } from './hands-free.js';
export { listen, listenInBrowser } from './listening.js';
export { Live } from './live.js';
export { Microphone } from './microphone.js';
export { whenLongHidden } from './out-of-sight.js';
export { askRecording } from './recording-choice.js';
export { listeningEn } from './texts-listening-en.js';
