package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Turns questions and sentences into vectors, so that a question lies close to the sentences that answer it, whatever
 * their words: bge-small-en-v1.5, a BERT encoder of twelve layers with 8-bit weights, computed in plain Java. Its file
 * comes as a library of its own and may be absent.
 */
final class SentenceModel {

    private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int WIDTH = 384;

    /** The model was trained with this before each question, and without it before what may answer one. */
    private static final String QUESTION = "Represent this sentence for searching relevant passages: ";

    private static final String EMBEDDINGS = "embeddings.";

    private final WordPieces pieces;
    private final byte[] words;
    private final byte[] positions;
    private final float[] scales;
    private final int[] zeroPoints;
    private final float[] segment = new float[WIDTH];
    private final LayerNorm norm;
    private final List<EncoderLayer> layers;

    private SentenceModel(WordPieces pieces, OnnxTensors tensors) {
        this.pieces = pieces;
        this.words = tensors.bytes(EMBEDDINGS + "word_embeddings.weight_quantized");
        this.positions = tensors.bytes(EMBEDDINGS + "position_embeddings.weight_quantized");
        byte[] segments = tensors.bytes(EMBEDDINGS + "token_type_embeddings.weight_quantized");
        List<String> kinds = List.of("word", "position", "token_type");
        this.scales = new float[kinds.size()];
        this.zeroPoints = new int[kinds.size()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            String prefix = EMBEDDINGS + kinds.get(kind) + "_embeddings.weight_";
            scales[kind] = tensors.floats(prefix + "scale")[0];
            zeroPoints[kind] = tensors.bytes(prefix + "zero_point")[0] & 0xff;
        }
        addScaled(segments, 0, 2, segment);
        this.norm = LayerNorm.of(tensors, EMBEDDINGS + "LayerNorm");
        layers = EncoderLayer.all(tensors);
    }

    /** Empty when this WAR comes without the model. */
    static Optional<SentenceModel> load() throws IOException {
        try (InputStream weights = SentenceModel.class.getResourceAsStream(WEIGHTS);
                InputStream tokenizer = SentenceModel.class.getResourceAsStream(TOKENIZER)) {
            if (weights == null || tokenizer == null) {
                return Optional.empty();
            }
            return Optional.of(new SentenceModel(new WordPieces(tokenizer), new OnnxTensors(weights.readAllBytes())));
        }
    }

    /** The vector of a question, to be compared with those of sentences. */
    float[] question(String text) {
        return sentence(QUESTION + text);
    }

    /** A vector of length 1; the dot product of two tells how alike they are, -1 to 1. */
    float[] sentence(String text) {
        float[][] tokens = embedded(pieces.tokens(text));
        for (EncoderLayer layer : layers.subList(0, layers.size() - 1)) {
            tokens = layer.apply(tokens, tokens.length);
        }
        tokens = layers.get(layers.size() - 1).apply(tokens, 1);
        // the mark at the start has gathered what the sentence means
        float[] meaning = tokens[0];
        double length = Math.sqrt(dot(meaning, meaning));
        for (int i = 0; i < WIDTH; i++) {
            meaning[i] = (float) (meaning[i] / length);
        }
        return meaning;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private float[][] embedded(int[] ids) {
        float[][] tokens = new float[ids.length][];
        for (int at = 0; at < ids.length; at++) {
            tokens[at] = segment.clone();
            addScaled(words, ids[at], 0, tokens[at]);
            addScaled(positions, at, 1, tokens[at]);
            norm.apply(tokens[at]);
        }
        return tokens;
    }

    private void addScaled(byte[] table, int row, int kind, float[] sum) {
        for (int i = 0; i < WIDTH; i++) {
            sum[i] += scales[kind] * ((table[row * WIDTH + i] & 0xff) - zeroPoints[kind]);
        }
    }
}
