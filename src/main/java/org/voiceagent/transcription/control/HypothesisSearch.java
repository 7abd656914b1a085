package org.voiceagent.transcription.control;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.AcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListManager;
import edu.cmu.sphinx.decoder.search.AlternateHypothesisManager;
import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.util.LogMath;

/**
 * The library's search, which also remembers what came second: the ways into each word that lost against the best. The
 * library would keep all of them for the whole utterance; those far behind are forgotten at once.
 */
final class HypothesisSearch extends WordPruningBreadthFirstSearchManager {

    private static final int MOST_FOR_A_WORD = 20;

    /** How far behind is too far, in the library's logarithm: 40 natural ones. */
    private static final double FAR = LogMath.getLogMath().lnToLog(40f);

    HypothesisSearch(Linguist linguist, AcousticScorer scorer, ActiveListManager lists, double relativeBeam) {
        super(
                linguist,
                new SimplePruner(),
                scorer,
                lists,
                false,
                relativeBeam,
                0,
                false,
                true,
                MOST_FOR_A_WORD,
                0,
                false);
    }

    @Override
    protected void localStart() {
        super.localStart();
        loserManager = new CloseLosers();
    }

    /** The logarithm of how likely all up to and with this token is. */
    static double score(Token token) {
        double sum = 0;
        Token at = token;
        while (at != null && !at.isWord()) {
            sum += step(at);
            at = at.getPredecessor();
        }
        return at == null ? sum : sum + at.getScore();
    }

    /** What the token itself adds. */
    static double step(Token token) {
        return (double) token.getAcousticScore() + token.getLanguageScore() + token.getInsertionScore();
    }

    private static final class CloseLosers extends AlternateHypothesisManager {

        private CloseLosers() {
            super(MOST_FOR_A_WORD);
        }

        @Override
        public void addAlternatePredecessor(Token token, Token predecessor) {
            if (score(token.getPredecessor()) - score(predecessor) < FAR) {
                super.addAlternatePredecessor(token, predecessor);
            }
        }
    }
}
