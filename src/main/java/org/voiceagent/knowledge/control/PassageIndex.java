package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.voiceagent.knowledge.entity.Passage;

/** Scores passages by the words they share with a question: BM25 over headings and texts, in memory. */
final class PassageIndex {

    private static final String TEXT = "text";
    private static final String HEADING = "heading";
    private static final String ENTRY = "entry";

    // the results hardly change when these are halved or doubled
    private static final float HEADING_BOOST = 0.5f;
    private static final float ENTRY_BOOST = 0.3f;
    private static final float SYNONYM_BOOST = 0.8f;
    private static final float PAIR_BOOST = 0.3f;

    /** Words that may stand between those of a site's synonym: function words within other phrases are in the index. */
    private static final int BETWEEN = 1;

    /** Passages are short, so length and repetition say less than BM25's usual constants assume. */
    private static final BM25Similarity SIMILARITY = new BM25Similarity(0.9f, 0.4f);

    private final IndexSearcher searcher;
    private final long bytes;

    PassageIndex(List<Passage> passages, Lexicon lexicon) {
        this(passages, lexicon, new IndexWriterConfig());
    }

    /** @param writing how passages are kept until they are written, which makes no difference to what is found */
    PassageIndex(List<Passage> passages, Lexicon lexicon, IndexWriterConfig writing) {
        Thread thread = Thread.currentThread();
        ClassLoader caller = thread.getContextClassLoader();
        // Lucene looks for its codecs through the thread's class loader, which at a server's start need not see the WAR
        thread.setContextClassLoader(PassageIndex.class.getClassLoader());
        try {
            ByteBuffersDirectory directory = written(passages, lexicon, writing);
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            bytes = size(directory);
            searcher.setSimilarity(SIMILARITY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            thread.setContextClassLoader(caller);
        }
    }

    private static ByteBuffersDirectory written(List<Passage> passages, Lexicon lexicon, IndexWriterConfig writing)
            throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        // other policies merge segments by their size, which mixes up the order
        writing.setSimilarity(SIMILARITY).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, writing)) {
            for (Passage passage : passages) {
                writer.addDocument(document(passage, lexicon));
            }
            // one segment, so that a document's number is its passage's place in the list
            writer.forceMerge(1);
        }
        return directory;
    }

    private static long size(ByteBuffersDirectory directory) throws IOException {
        long sum = 0;
        for (String file : directory.listAll()) {
            sum += directory.fileLength(file);
        }
        return sum;
    }

    /** Of memory. */
    long bytes() {
        return bytes;
    }

    private static Document document(Passage passage, Lexicon lexicon) {
        String[] titles = passage.title().split(": ", 2);
        Document document = new Document();
        document.add(field(ENTRY, lexicon.words(titles[0])));
        document.add(field(HEADING, lexicon.words(heading(passage, titles[titles.length - 1]))));
        document.add(field(TEXT, lexicon.words(passage.words())));
        return document;
    }

    private static String heading(Passage passage, String ofTitle) {
        return passage.questions().isEmpty() ? ofTitle : String.join(" ", passage.questions());
    }

    private static Field field(String name, List<Word> words) {
        return new TextField(name, new WordStream(words));
    }

    /** How well each passage matches, in the order the passages were given; 0 for no match. */
    double[] scores(List<Word> words) {
        double[] scores = new double[searcher.getIndexReader().maxDoc()];
        try {
            searcher.search(query(words), new AllScores(scores));
            return scores;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Query query(List<Word> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        String before = "";
        for (Word word : words) {
            float weight = (float) word.weight();
            query.add(new BoostQuery(anywhere(word), weight), Occur.SHOULD);
            if (!before.isEmpty()) {
                Query pair = new PhraseQuery(2, TEXT, before, word.stems().get(0));
                query.add(new BoostQuery(pair, PAIR_BOOST * weight), Occur.SHOULD);
            }
            before = word.stems().get(word.stems().size() - 1);
        }
        return query.build();
    }

    private static Query anywhere(Word word) {
        return new BooleanQuery.Builder()
                .add(inField(TEXT, word), Occur.SHOULD)
                .add(new BoostQuery(inField(HEADING, word), HEADING_BOOST), Occur.SHOULD)
                .add(new BoostQuery(inField(ENTRY, word), ENTRY_BOOST), Occur.SHOULD)
                .build();
    }

    /** The word itself or a synonym, whichever is the better match. */
    private static Query inField(String field, Word word) {
        List<Query> forms = new ArrayList<>();
        forms.add(new PhraseQuery(field, word.stems().toArray(String[]::new)));
        for (String meaning : word.meanings()) {
            forms.add(new BoostQuery(new TermQuery(new Term(field, meaning)), SYNONYM_BOOST));
        }
        for (List<String> other : word.alternatives()) {
            forms.add(new BoostQuery(new PhraseQuery(BETWEEN, field, other.toArray(String[]::new)), SYNONYM_BOOST));
        }
        return new DisjunctionMaxQuery(forms, 0);
    }

    /** Of all passages, in no order: a list of the best as long as all of them would take most of a question's time. */
    private static final class AllScores extends SimpleCollector {

        private final double[] scores;
        private Scorable scorer;

        AllScores(double[] scores) {
            this.scores = scores;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int passage) throws IOException {
            scores[passage] = scorer.score();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
