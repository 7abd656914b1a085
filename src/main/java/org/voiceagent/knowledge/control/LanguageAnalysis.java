package org.voiceagent.knowledge.control;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How Lucene takes the texts of a language apart. Stop words are not dropped, but told apart: a phrase needs them.
 *
 * @param analyzer gives the stems of all words
 * @param stopWords as they are written, in lower case
 */
record LanguageAnalysis(Analyzer analyzer, Set<String> stopWords) {

    private record Known(Function<CharArraySet, Analyzer> analyzer, Supplier<CharArraySet> stopWords) {

        private LanguageAnalysis analysis() {
            return new LanguageAnalysis(
                    analyzer.apply(CharArraySet.EMPTY_SET),
                    stopWords.get().stream()
                            .map(word -> new String((char[]) word))
                            .collect(Collectors.toSet()));
        }
    }

    private static final Known CJK = new Known(CJKAnalyzer::new, CJKAnalyzer::getDefaultStopSet);
    private static final Known NORWEGIAN = new Known(NorwegianAnalyzer::new, NorwegianAnalyzer::getDefaultStopSet);

    private static final Map<String, Known> KNOWN = Map.ofEntries(
            entry("ar", new Known(ArabicAnalyzer::new, ArabicAnalyzer::getDefaultStopSet)),
            entry("bg", new Known(BulgarianAnalyzer::new, BulgarianAnalyzer::getDefaultStopSet)),
            entry("ca", new Known(CatalanAnalyzer::new, CatalanAnalyzer::getDefaultStopSet)),
            entry("cs", new Known(CzechAnalyzer::new, CzechAnalyzer::getDefaultStopSet)),
            entry("da", new Known(DanishAnalyzer::new, DanishAnalyzer::getDefaultStopSet)),
            entry("de", new Known(GermanAnalyzer::new, GermanAnalyzer::getDefaultStopSet)),
            entry("el", new Known(GreekAnalyzer::new, GreekAnalyzer::getDefaultStopSet)),
            entry("en", new Known(none -> new EnglishAnalysis(), () -> CharArraySet.EMPTY_SET)),
            entry("es", new Known(SpanishAnalyzer::new, SpanishAnalyzer::getDefaultStopSet)),
            entry("et", new Known(EstonianAnalyzer::new, EstonianAnalyzer::getDefaultStopSet)),
            entry("eu", new Known(BasqueAnalyzer::new, BasqueAnalyzer::getDefaultStopSet)),
            entry("fa", new Known(PersianAnalyzer::new, PersianAnalyzer::getDefaultStopSet)),
            entry("fi", new Known(FinnishAnalyzer::new, FinnishAnalyzer::getDefaultStopSet)),
            entry("fr", new Known(FrenchAnalyzer::new, FrenchAnalyzer::getDefaultStopSet)),
            entry("ga", new Known(IrishAnalyzer::new, IrishAnalyzer::getDefaultStopSet)),
            entry("gl", new Known(GalicianAnalyzer::new, GalicianAnalyzer::getDefaultStopSet)),
            entry("hi", new Known(HindiAnalyzer::new, HindiAnalyzer::getDefaultStopSet)),
            entry("hu", new Known(HungarianAnalyzer::new, HungarianAnalyzer::getDefaultStopSet)),
            entry("hy", new Known(ArmenianAnalyzer::new, ArmenianAnalyzer::getDefaultStopSet)),
            entry("id", new Known(IndonesianAnalyzer::new, IndonesianAnalyzer::getDefaultStopSet)),
            entry("it", new Known(ItalianAnalyzer::new, ItalianAnalyzer::getDefaultStopSet)),
            entry("ja", CJK),
            entry("ko", CJK),
            entry("lt", new Known(LithuanianAnalyzer::new, LithuanianAnalyzer::getDefaultStopSet)),
            entry("lv", new Known(LatvianAnalyzer::new, LatvianAnalyzer::getDefaultStopSet)),
            entry("nb", NORWEGIAN),
            entry("nl", new Known(DutchAnalyzer::new, DutchAnalyzer::getDefaultStopSet)),
            entry("nn", NORWEGIAN),
            entry("no", NORWEGIAN),
            entry("pt", new Known(PortugueseAnalyzer::new, PortugueseAnalyzer::getDefaultStopSet)),
            entry("ro", new Known(RomanianAnalyzer::new, RomanianAnalyzer::getDefaultStopSet)),
            entry("ru", new Known(RussianAnalyzer::new, RussianAnalyzer::getDefaultStopSet)),
            entry("sr", new Known(SerbianAnalyzer::new, SerbianAnalyzer::getDefaultStopSet)),
            entry("sv", new Known(SwedishAnalyzer::new, SwedishAnalyzer::getDefaultStopSet)),
            entry("th", new Known(ThaiAnalyzer::new, ThaiAnalyzer::getDefaultStopSet)),
            entry("tr", new Known(TurkishAnalyzer::new, TurkishAnalyzer::getDefaultStopSet)),
            entry("zh", CJK));

    /** Of a language that Lucene has no analyzer for: whole words, none of which is a stop word. */
    private static final Known OTHER = new Known(StandardAnalyzer::new, () -> CharArraySet.EMPTY_SET);

    /** @param language its letters of ISO 639 */
    static LanguageAnalysis of(String language) {
        return KNOWN.getOrDefault(language, OTHER).analysis();
    }
}
