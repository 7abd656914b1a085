package org.voiceagent.knowledge.control;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words for Lucene: each stem at a position of its own, a word's meanings at the position of its first stem. */
final class WordStream extends TokenStream {

    private record Token(String term, int increment) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Iterator<Token> tokens;

    WordStream(List<Word> words) {
        this.tokens = words.stream()
                .<Token>mapMulti((word, into) -> {
                    into.accept(new Token(word.stems().get(0), 1));
                    word.meanings().forEach(meaning -> into.accept(new Token(meaning, 0)));
                    word.stems().stream().skip(1).forEach(stem -> into.accept(new Token(stem, 1)));
                })
                .iterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!tokens.hasNext()) {
            return false;
        }
        Token token = tokens.next();
        term.append(token.term());
        increment.setPositionIncrement(token.increment());
        return true;
    }
}
