package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.knowledge.entity.AcceptedAnswer;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.entity.Passage;

/** An accepted answer is a passage that its questions find. */
class AcceptedAnswerTest {

    private static final AcceptedAnswer DOGS = new AcceptedAnswer(
            "May I bring my dog into the showroom?",
            List.of("Are pets welcome?"),
            "Yes, dogs are welcome everywhere but in the workshop.\n\nPlease keep them on a lead",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static Passage passage(AcceptedAnswer answer) {
        byte[] content = AnswerDocument.bytes(answer);
        KeptDocument document = new KeptDocument(
                "dogs",
                DocumentKind.ANSWER,
                answer.question(),
                AnswerDocument.MEDIA_TYPE,
                answer.title(),
                answer.url(),
                answer.language(),
                content.length,
                "ab12",
                Instant.EPOCH,
                "admin",
                Fetched.NEVER);
        assertEquals(answer, AnswerDocument.answer(document, content));
        return new DocumentReader(DemoKnowledge.LIMITS, "help/", "en")
                .read(DocumentFile.kept(document, () -> new ByteArrayInputStream(content)))
                .passages()
                .get(0);
    }

    private static KnowledgeBase withTheDemo(AcceptedAnswer answer) {
        List<Passage> passages = new ArrayList<>(DemoKnowledge.byWords().passages());
        passages.add(passage(answer));
        return KnowledgeBase.of(passages);
    }

    @Test
    void its_source_is_the_question_and_leads_nowhere_unless_it_says_otherwise() {
        assertEquals(
                new Passage(
                        "answer/dogs",
                        "May I bring my dog into the showroom?",
                        "",
                        "Yes, dogs are welcome everywhere but in the workshop. Please keep them on a lead.",
                        "en",
                        List.of("May I bring my dog into the showroom?", "Are pets welcome?")),
                passage(DOGS));
        Passage told = passage(new AcceptedAnswer(
                DOGS.question(),
                List.of(),
                DOGS.answer(),
                Optional.of("House rules"),
                Optional.of("https://example.com/rules#dogs"),
                Optional.of("en")));
        assertEquals("House rules", told.title());
        assertEquals("https://example.com/rules#dogs", told.url());
        assertEquals(List.of(DOGS.question()), told.topics());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "May I bring my dog into the showroom?",
                "Can my dog come into your showroom?",
                "Are pets welcome?"
            })
    void is_found_for_its_question_and_paraphrases_by_words(String question) {
        Finding best = withTheDemo(DOGS).find(question, List.of(), 4).get(0);
        assertEquals("answer/dogs", best.passage().id());
        assertTrue(best.relevance() > 0.5, "" + best.relevance());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "May I bring my dog into the showroom?",
                "Could I come in with my puppy?",
                "Do you allow animals?"
            })
    void is_found_for_its_question_and_paraphrases_by_meaning(String question) throws IOException {
        KnowledgeBase knowledge = withTheDemo(DOGS);
        knowledge.learnMeanings(new SentenceMeanings(20_000), () -> true);
        Finding best = knowledge.find(question, List.of(), 4).get(0);
        assertEquals("answer/dogs", best.passage().id());
    }

    @Test
    void other_wordings_are_another_version() {
        AcceptedAnswer fewer = new AcceptedAnswer(
                DOGS.question(), List.of(), DOGS.answer(), Optional.empty(), Optional.empty(), Optional.empty());
        assertNotEquals(
                Edition.of(List.of(passage(DOGS)), Instant.EPOCH).version(),
                Edition.of(List.of(passage(fewer)), Instant.EPOCH).version());
    }
}
