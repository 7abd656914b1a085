package org.voiceagent.knowledge.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts text into the sentence model's vocabulary: whole words, or the longest pieces it knows. */
final class WordPieces {

    private static final int UNKNOWN = 100;
    private static final int START = 101;
    private static final int END = 102;
    private static final int MOST_TOKENS = 96;
    private static final int LONGEST_WORD = 40;

    private final Map<String, Integer> vocabulary = new HashMap<>();

    /** @param tokenizer the model's tokenizer.json */
    WordPieces(InputStream tokenizer) {
        try (JsonReader reader = Json.createReader(tokenizer)) {
            JsonObject pieces = reader.readObject().getJsonObject("model").getJsonObject("vocab");
            pieces.keySet().forEach(piece -> vocabulary.put(piece, pieces.getInt(piece)));
        }
    }

    /** Token ids with the start and end marks; what goes over the model's limit is cut off. */
    int[] tokens(String text) {
        List<Integer> tokens = new ArrayList<>();
        tokens.add(START);
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replaceAll("([\\p{P}\\p{S}])", " $1 ")
                .strip();
        for (String word : plain.split("\\s+")) {
            tokens.addAll(pieces(word));
        }
        List<Integer> kept = new ArrayList<>(tokens.subList(0, Math.min(tokens.size(), MOST_TOKENS)));
        kept.add(END);
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> pieces(String word) {
        List<Integer> pieces = new ArrayList<>();
        int start = 0;
        while (start < word.length() && word.length() <= LONGEST_WORD) {
            int end = word.length();
            while (end > start && !vocabulary.containsKey(piece(word, start, end))) {
                end--;
            }
            if (end == start) {
                return List.of(UNKNOWN);
            }
            pieces.add(vocabulary.get(piece(word, start, end)));
            start = end;
        }
        return pieces.isEmpty() ? List.of(UNKNOWN) : pieces;
    }

    private static String piece(String word, int start, int end) {
        String piece = word.substring(start, end);
        return start == 0 ? piece : "##" + piece;
    }
}
