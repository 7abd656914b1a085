import conversation from 'voice-agent-styles/conversation.css';
import frame from 'voice-agent-styles/frame.css';
import layouts from 'voice-agent-styles/layouts.css';
import options from 'voice-agent-styles/options.css';
import terms from 'voice-agent-styles/terms.css';

let sheets = null;

/** The style sheets for adoptedStyleSheets, made once for all elements of a page. */
export function styleSheets() {
  sheets ??= [frame, conversation, options, terms, layouts].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return sheets;
}
