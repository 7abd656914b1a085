package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question as it is searched for. One that does not stand by itself ("and on Saturday?", "how much is that?") takes
 * over words of the question before it.
 *
 * @param text what it is about in full, for the sentence model
 * @param own the visitor's last words, which tell the kind of thing asked for
 * @param alone the last words as a question of their own, where words were taken over
 */
record Question(String text, String own, List<Word> words, Optional<Question> alone) {

    private static final double CARRIED_OVER = 0.5;
    private static final double STANDS_ALONE = 1.5;

    /** @param earlier the conversation's questions before this one, oldest first */
    static Question of(String question, List<String> earlier, Lexicon lexicon) {
        List<Word> words = lexicon.words(question);
        Question alone = new Question(question, question, words, Optional.empty());
        if (earlier.isEmpty() || standsAlone(question, words, lexicon.language())) {
            return alone;
        }
        String before = earlier.get(earlier.size() - 1);
        if (words.isEmpty()) {
            // "yes please": the question before is asked again
            return new Question(before, before, lexicon.words(before), Optional.empty());
        }
        List<Word> all = new ArrayList<>(words);
        for (Word word : lexicon.words(before)) {
            if (words.stream().noneMatch(own -> own.sameAs(word))) {
                all.add(word.weighing(CARRIED_OVER));
            }
        }
        return new Question(before + " " + question, question, all, Optional.of(alone));
    }

    /** All that is to be understood: of this one, and of the last words alone. */
    List<String> texts() {
        return alone.map(last -> List.of(text, last.text)).orElse(List.of(text));
    }

    private static boolean standsAlone(String question, List<Word> words, String language) {
        double information = words.stream().mapToDouble(Word::weight).sum();
        double needed = PointingBack.in(question, language) ? 2 * STANDS_ALONE : STANDS_ALONE;
        return information >= needed;
    }
}
