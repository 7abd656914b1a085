package org.voiceagent.knowledge.control;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The sentences of a passage. */
final class PassageSentences {

    // the break iterator takes these full stops for ends when a capital letter follows
    private static final Pattern NO_END =
            Pattern.compile("(?i)(\\b(e\\.g|i\\.e|a\\.m|p\\.m|mr|mrs|ms|dr|st|no|nos|approx|incl|ca|vs|tel)\\.)$");

    private PassageSentences() {}

    static List<String> of(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            boolean last = end == text.length();
            if (last || !NO_END.matcher(sentence).find()) {
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
        return sentences;
    }
}
