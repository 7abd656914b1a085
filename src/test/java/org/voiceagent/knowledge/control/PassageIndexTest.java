package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriterConfig;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.entity.Passage;

class PassageIndexTest {

    private static final int PASSAGES = 60;

    /** No two are of the same length. */
    private static Passage passage(int number) {
        return new Passage(
                "p" + number, "Page", "help/p", "Rare" + number + ". " + "Common words. ".repeat(number * 7 % 61));
    }

    @Test
    void scores_belong_to_their_passages_however_many_there_are() {
        List<Passage> passages =
                IntStream.range(0, PASSAGES).mapToObj(PassageIndexTest::passage).toList();
        Lexicon lexicon = new Lexicon("en");
        // as a large site has more than one buffer holds
        IndexWriterConfig small = new IndexWriterConfig().setMaxBufferedDocs(2);
        PassageIndex index = new PassageIndex(passages, lexicon, small);
        for (int number = 0; number < PASSAGES; number++) {
            double[] scores = index.scores(lexicon.words("rare" + number));
            assertEquals(
                    List.of(number),
                    IntStream.range(0, PASSAGES)
                            .filter(at -> scores[at] > 0)
                            .boxed()
                            .toList());
        }
    }
}
