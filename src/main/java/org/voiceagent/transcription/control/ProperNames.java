package org.voiceagent.transcription.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proper names in the knowledge base, as a hint to a transcriber: it would spell a product's name like the nearest
 * common words. A name is a run of capitalised words that is not the start of a sentence.
 */
final class ProperNames {

    /** Whisper reads the last 224 tokens of its prompt; a name has two to four. */
    private static final int MOST_CHARACTERS = 600;

    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{Ll}\\p{N},;] )\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*");

    private volatile String text = "";

    /** @param texts sentences */
    void learn(List<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String sentence : texts) {
            for (Matcher name = NAME.matcher(sentence); name.find(); ) {
                counts.merge(name.group(), 1, Integer::sum);
            }
        }
        StringBuilder joined = new StringBuilder();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .filter(name -> joined.length() + name.length() < MOST_CHARACTERS)
                .forEach(name -> joined.append(joined.isEmpty() ? "" : ", ").append(name));
        text = joined.toString();
    }

    /** The names, the most frequent first, separated by commas. */
    String text() {
        return text;
    }
}
