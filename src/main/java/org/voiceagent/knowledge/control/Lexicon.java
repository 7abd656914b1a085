package org.voiceagent.knowledge.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What a language, not the site, tells about words: which say little, and which mean the same. That is known of English best; of
 * other languages Lucene knows stems and stop words, and a file of ours may know more of them.
 */
final class Lexicon {

    private static final double LIGHT = 0.35;
    private static final int LONGEST_PHRASE = 5;

    private final String language;
    private final Analyzer analysis;
    private final Map<List<String>, Set<String>> meanings;
    private final Map<String, Double> weights;
    private final SynonymPhrases synonyms;

    /** @param language its letters of ISO 639 */
    Lexicon(String language) {
        LanguageAnalysis known = LanguageAnalysis.of(language);
        this.language = language;
        this.analysis = known.analyzer();
        this.meanings = new HashMap<>();
        this.weights = new HashMap<>();
        this.synonyms = SynonymPhrases.NONE;
        lines("/knowledge/stopwords-" + language + ".txt").forEach(this::addFunctionWords);
        known.stopWords().forEach(this::addFunctionWords);
        List<String> groups = lines("/knowledge/synonyms-" + language + ".txt");
        for (int group = 0; group < groups.size(); group++) {
            addSynonyms("=" + group, groups.get(group));
        }
    }

    private Lexicon(Lexicon other, SiteSynonyms synonyms) {
        this.language = other.language;
        this.analysis = other.analysis;
        this.meanings = other.meanings;
        this.weights = other.weights;
        this.synonyms = SynonymPhrases.of(synonyms, other);
    }

    /** The same, for the questions of a site's visitors. What it makes of texts has to stay, since they are indexed so. */
    Lexicon asking(SiteSynonyms synonyms) {
        return new Lexicon(this, synonyms);
    }

    /** Its letters of ISO 639. */
    String language() {
        return language;
    }

    private void addFunctionWords(String line) {
        boolean light = line.startsWith("light:");
        String words = light ? line.substring("light:".length()) : line;
        stems(words).forEach(stem -> weights.putIfAbsent(stem, light ? LIGHT : 0));
    }

    private void addSynonyms(String meaning, String line) {
        for (String phrase : line.split(",")) {
            meanings.computeIfAbsent(stems(phrase), stems -> new LinkedHashSet<>())
                    .add(meaning);
        }
    }

    /** The words of a text in order, phrases of the synonyms as one; words without any meaning of their own left out. */
    List<Word> words(String text) {
        List<String> stems = stems(text);
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < stems.size(); ) {
            List<String> phrase = phraseAt(stems, at);
            Word word = word(phrase);
            if (word.weight() > 0) {
                words.add(word);
            }
            at += phrase.size();
        }
        return words;
    }

    /** The longest there that has a meaning, else a single word. */
    private List<String> phraseAt(List<String> stems, int at) {
        int longest = Math.min(Math.max(LONGEST_PHRASE, synonyms.longest()), stems.size() - at);
        for (int length = longest; length > 1; length--) {
            List<String> phrase = stems.subList(at, at + length);
            if (meanings.containsKey(phrase) || synonyms.has(phrase)) {
                return phrase;
            }
        }
        return stems.subList(at, at + 1);
    }

    private Word word(List<String> phrase) {
        List<String> said = synonyms.insteadOf(phrase).orElse(phrase);
        Set<List<String>> others = synonyms.of(phrase);
        Set<String> all = new LinkedHashSet<>(meaningsOf(said));
        others.forEach(other -> all.addAll(meaningsOf(other)));
        double weight = said.stream().mapToDouble(this::weight).max().orElse(1);
        // what somebody has given a meaning says something, though its words may say little
        double least = said.size() > 1 || !others.isEmpty() ? LIGHT : 0;
        return new Word(
                said,
                all,
                others.stream().filter(other -> !other.equals(said)).collect(Collectors.toSet()),
                Math.max(weight, least));
    }

    private Set<String> meaningsOf(List<String> phrase) {
        return meanings.getOrDefault(phrase, Set.of());
    }

    /** Those of a phrase that say something, which are the ones in the index; all where none does. */
    List<String> telling(List<String> phrase) {
        List<String> telling = phrase.stream().filter(stem -> weight(stem) > 0).toList();
        return telling.isEmpty() ? phrase : telling;
    }

    private double weight(String stem) {
        return weights.getOrDefault(stem, 1.0);
    }

    /** The stems of all words of a text, in order. */
    List<String> stems(String text) {
        try (TokenStream stream = analysis.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            List<String> stems = new ArrayList<>();
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

    /** None of a resource that is not there. */
    private static List<String> lines(String resource) {
        InputStream found = Lexicon.class.getResourceAsStream(resource);
        try (InputStream in = found == null ? InputStream.nullInputStream() : found;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
