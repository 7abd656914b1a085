package org.voiceagent.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voiceagent.evaluation.TypedEvaluation.Heard;
import org.voiceagent.knowledge.control.DemoKnowledge;
import org.voiceagent.knowledge.entity.Wording;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.speech.SpokenQuestion.Voice;
import org.voiceagent.transcription.SpokenEvaluation;
import org.voiceagent.transcription.entity.Transcript;

/**
 * What the embedded recogniser makes of the tuning questions, kept in a file under target, because speaking and hearing
 * them all takes half an hour. Its {@code main} hears what the file does not hold yet.
 */
final class HeardQuestions {

    private static final Path FILE = Path.of("target", "evaluation", "heard.tsv");

    private final Map<String, Heard> heard = new HashMap<>();

    /** @return empty when the file is not there */
    static Optional<HeardQuestions> read() throws IOException {
        if (!Files.exists(FILE)) {
            return Optional.empty();
        }
        HeardQuestions questions = new HeardQuestions();
        for (String line : Files.readAllLines(FILE)) {
            String[] columns = line.split("\t", -1);
            List<Wording> wordings = new ArrayList<>();
            for (int at = 3; at + 1 < columns.length; at += 2) {
                wordings.add(new Wording(columns[at + 1], Double.parseDouble(columns[at])));
            }
            questions.heard.put(columns[0], new Heard(columns[2], Double.parseDouble(columns[1]), wordings));
        }
        return Optional.of(questions);
    }

    /** What was heard when this voice asked; empty when it has not asked yet. */
    Optional<Heard> of(Case asked, Voice voice) {
        return Optional.ofNullable(heard.get(key(asked, voice)));
    }

    private static String key(Case asked, Voice voice) {
        return voice.name().toLowerCase(Locale.ROOT) + "-" + asked.id();
    }

    /** @param sets the question sets to hear */
    public static void main(String[] sets) throws IOException {
        Files.createDirectories(FILE.getParent());
        HeardQuestions known = read().orElseGet(HeardQuestions::new);
        List<String> texts = DemoKnowledge.byWords().passages().stream()
                .flatMap(passage -> Stream.of(passage.title(), passage.text()))
                .toList();
        try (SpokenEvaluation ears = new SpokenEvaluation(texts)) {
            for (String set : sets) {
                for (Case asked : Case.read(Path.of(set))) {
                    for (Voice voice : Voice.values()) {
                        if (known.of(asked, voice).isEmpty()) {
                            Files.writeString(
                                    FILE,
                                    line(ears, asked, voice),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.APPEND);
                        }
                    }
                }
            }
        }
    }

    private static String line(SpokenEvaluation ears, Case asked, Voice voice) {
        Optional<Transcript> transcript = ears.hear(SpokenQuestion.by(voice, asked.question()));
        List<String> columns = new ArrayList<>(List.of(
                key(asked, voice),
                transcript.map(Transcript::confidence).orElse(0.0).toString(),
                transcript.map(Transcript::text).orElse("")));
        transcript.map(Transcript::wordings).orElse(List.of()).forEach(wording -> {
            columns.add(Double.toString(wording.share()));
            columns.add(wording.text());
        });
        return String.join("\t", columns) + "\n";
    }
}
