package org.voiceagent.transcription.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes what was heard as a visitor would expect to read it: names with the capitals and hyphens the knowledge base
 * writes them with, and a question mark behind what begins like a question.
 */
final class Spelling {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)*");
    private static final Set<String> I = Set.of("i", "i'm", "i'd", "i'll", "i've");
    private static final Set<String> ASKING = Set.of(
            "what", "what's", "when", "when's", "where", "where's", "who", "who's", "which", "why", "how", "how's",
            "is", "are", "am", "do", "does", "did", "can", "could", "may", "must", "should", "will", "would", "have",
            "has");

    private final Map<String, String> capitals = new HashMap<>();
    private final Set<String> hyphenated = new HashSet<>();

    /** @param sentences one each, so that a capital at its start is known to mean nothing */
    Spelling(List<String> sentences) {
        Map<String, Integer> votes = new HashMap<>();
        sentences.forEach(sentence -> read(sentence, votes));
        votes.forEach((word, vote) -> {
            if (vote > 0) {
                capitals.put(word.toLowerCase(Locale.ROOT), word);
            }
        });
    }

    private void read(String sentence, Map<String, Integer> votes) {
        Matcher matcher = WORD.matcher(sentence);
        String before = "";
        int end = 0;
        while (matcher.find()) {
            String word = matcher.group();
            String small = word.toLowerCase(Locale.ROOT);
            if (!before.isEmpty()) {
                String capital = Character.toUpperCase(small.charAt(0)) + small.substring(1);
                votes.merge(capital, word.equals(small) ? -1 : 1, Integer::sum);
                if (matcher.start() == end + 1 && sentence.charAt(end) == '-') {
                    hyphenated.add(before + " " + small);
                }
            }
            before = small;
            end = matcher.end();
        }
    }

    /** @param words at least one */
    String write(List<String> words) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String word : words) {
            if (!text.isEmpty()) {
                text.append(hyphenated.contains(before + " " + word) ? '-' : ' ');
            }
            text.append(I.contains(word) ? capital(word) : capitals.getOrDefault(word, word));
            before = word;
        }
        text.replace(0, 1, text.substring(0, 1).toUpperCase(Locale.ROOT));
        return text.append(ASKING.contains(words.get(0)) ? "?" : ".").toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
