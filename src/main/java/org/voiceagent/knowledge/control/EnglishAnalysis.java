package org.voiceagent.knowledge.control;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** English text as the stems of its words, in order; nothing is dropped. */
final class EnglishAnalysis extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stems = new PorterStemFilter(new EnglishPossessiveFilter(new LowerCaseFilter(words)));
        return new TokenStreamComponents(words, stems);
    }
}
