package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.voiceagent.cluster.EntryName;

/**
 * What words of a site's visitors mean, as a file in Solr's format tells: {@code bike, velo, cycle} are the same, {@code ebike =>
 * electric bike} is searched for as what stands after the arrow. Not analysed yet: each language does that in its own way.
 *
 * @param version changes when a rule does
 */
record SiteSynonyms(List<Rule> rules, String version) {

    static final SiteSynonyms NONE = new SiteSynonyms(List.of(), "");

    /**
     * One wording for another.
     *
     * @param kept whether the phrase is searched for as well
     */
    record Rule(String phrase, String other, boolean kept) {}

    SiteSynonyms {
        rules = List.copyOf(rules);
    }

    /** @throws ParseException with the number of the line that is no rule */
    static SiteSynonyms parse(String text) throws ParseException {
        Reader reader = new Reader();
        try {
            reader.parse(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new SiteSynonyms(reader.rules, EntryName.of(List.of(text)));
    }

    /** Lucene's, without its analysis, which refuses what one language makes nothing or two words of. */
    private static final class Reader extends SolrSynonymParser {

        private static final boolean EACH_OTHER = true;

        private final List<Rule> rules = new ArrayList<>();

        Reader() {
            super(true, EACH_OTHER, null);
        }

        @Override
        public CharsRef analyze(String text, CharsRefBuilder reuse) {
            if (text.chars().noneMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException("has no word");
            }
            return new CharsRef(text);
        }

        @Override
        public void add(CharsRef input, CharsRef output, boolean includeOrig) {
            rules.add(new Rule(input.toString(), output.toString(), includeOrig));
        }
    }
}
