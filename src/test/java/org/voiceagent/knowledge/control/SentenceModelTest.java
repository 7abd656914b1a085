package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentenceModelTest {

    private static SentenceModel model;

    @BeforeAll
    static void load() throws Exception {
        Optional<SentenceModel> loaded = SentenceModel.load();
        assumeTrue(loaded.isPresent(), "built without the sentence model");
        model = loaded.get();
    }

    @Test
    void what_answers_a_question_is_closer_than_what_shares_its_words() {
        float[] asked = model.question("Can I bring my labrador inside?");
        double same = SentenceModel.dot(asked, model.sentence("Dogs are welcome in the sales room."));
        double other = SentenceModel.dot(asked, model.sentence("Customers bring their own bike to the fitting."));
        assertTrue(same > other, same + " over " + other);
    }

    @Test
    void agrees_with_the_reference_runtime() {
        // ONNX Runtime gives 0.582; it also rounds the intermediate values to 8 bits
        double likeness = SentenceModel.dot(
                model.question("Can I bring my labrador inside?"),
                model.sentence("Dogs are welcome in the sales room"));
        assertEquals(0.582, likeness, 0.02);
    }

    @Test
    void a_vector_has_length_one() {
        float[] vector = model.sentence("");
        assertEquals(1, SentenceModel.dot(vector, vector), 1e-3);
    }

    @Test
    void an_unknown_word_is_cut_into_known_pieces() throws Exception {
        try (InputStream tokenizer = SentenceModel.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            assertArrayEquals(
                    new int[] {101, 7861, 8270, 4667, 2015, 102}, new WordPieces(tokenizer).tokens("Embeddings"));
        }
    }

    @Test
    void a_text_over_the_limit_is_cut_off() {
        assertEquals(384, model.sentence("word ".repeat(10_000)).length);
    }
}
