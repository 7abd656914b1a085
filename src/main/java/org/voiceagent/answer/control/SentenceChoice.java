package org.voiceagent.answer.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Chooses the sentences of an excerpt that answer a question best. */
final class SentenceChoice {

    private static final double KIND = 1.5;
    private static final double OPENING = 0.1;

    /** What a question may ask for, and how a sentence that has it looks. */
    private record Kind(Pattern asked, Pattern told) {

        static Kind of(String asked, String told) {
            return new Kind(Pattern.compile(asked), Pattern.compile(told));
        }

        boolean fits(String question, String sentence) {
            return asked.matcher(question).find() && told.matcher(sentence).find();
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of(
                    "\\bhow (much|expensive)\\b|\\b(costs?|prices?|pay|charge|fee|discount|cheapest)\\b",
                    "[£$€]|\\b(pounds?|euros?|dollars?|pence|cents?|percent|free|no extra)\\b"),
            Kind.of(
                    "\\bhow (many|long|far|fast|old|tall|heavy|big|often)\\b|\\b(age|size|weight|height)\\b",
                    "\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
                            + "|forty|fifty|sixty|half|hundred|thousand|every)\\b"),
            Kind.of(
                    "\\bwhen\\b|\\b(what|which) (time|days?|date|months?)\\b|\\b(open|close|closed|until)\\b",
                    "\\b(morning|noon|afternoon|evening|night|\\w+days?|weekends?|weeks?|months?|hours?|january"
                            + "|february|march|april|may|june|july|august|september|october|november|december"
                            + "|spring|summer|autumn|winter)\\b"));

    private final Analyzer analyzer = new EnglishAnalyzer();

    private record Asked(String question, Set<String> stems) {}

    /** At most {@code most} sentences, in the order of the text. */
    List<String> choose(String question, String text, int most) {
        List<String> sentences = ExcerptSentences.of(text);
        if (sentences.size() <= most) {
            return sentences;
        }
        Asked asked = new Asked(question.toLowerCase(Locale.ROOT), stems(question));
        List<Set<String>> held = sentences.stream().map(this::stems).toList();
        return IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -worth(asked, sentences.get(at), at, held)))
                .limit(most)
                .sorted()
                .map(sentences::get)
                .toList();
    }

    private static double worth(Asked asked, String sentence, int at, List<Set<String>> held) {
        double worth = at == 0 ? OPENING : 0;
        for (String stem : asked.stems()) {
            if (held.get(at).contains(stem)) {
                // a word that all sentences share does not tell them apart
                worth += 1.0
                        / held.stream().filter(stems -> stems.contains(stem)).count();
            }
        }
        String told = sentence.toLowerCase(Locale.ROOT);
        return worth
                + KIND
                        * KINDS.stream()
                                .filter(kind -> kind.fits(asked.question(), told))
                                .count();
    }

    private Set<String> stems(String text) {
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            Set<String> stems = new HashSet<>();
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
            return stems;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
