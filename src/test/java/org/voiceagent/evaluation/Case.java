package org.voiceagent.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One question of a question set, with what its answer must say.
 *
 * @param source id of the passage that answers it; empty for an off-topic question
 * @param facts all must be said, each in one of its wordings
 */
record Case(String id, String question, String source, List<List<String>> facts) {

    /** Reads a question set: tab-separated id, kind, question, source, facts; # starts a comment. */
    static List<Case> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("id\t"))
                .map(Case::parse)
                .toList();
    }

    private static Case parse(String line) {
        String[] columns = line.split("\t");
        if (columns.length != 5) {
            throw new IllegalArgumentException("Not five columns: " + line);
        }
        return columns[1].equals("offtopic")
                ? new Case(columns[0], columns[2], "", List.of())
                : new Case(columns[0], columns[2], columns[3], facts(columns[4]));
    }

    private static List<List<String>> facts(String column) {
        return Arrays.stream(column.toLowerCase(Locale.ROOT).split("&"))
                .map(fact -> Arrays.stream(fact.split("\\|")).map(String::strip).toList())
                .toList();
    }

    boolean offTopic() {
        return source.isEmpty();
    }

    boolean answeredBy(String response) {
        String said = response.toLowerCase(Locale.ROOT);
        return facts.stream().allMatch(wordings -> wordings.stream().anyMatch(said::contains));
    }
}
