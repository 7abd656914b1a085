package org.voiceagent.knowledge.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One layer of the encoder: each token looks at all others, then is transformed by itself. */
record EncoderLayer(Attention attention, LayerNorm attended, Transformation transformation, LayerNorm transformed) {

    /** What tokens look for, how they are found, what they tell, and how that is mixed. */
    private record Attention(Linear query, Linear key, Linear value, Linear mix) {}

    private record Transformation(Linear widen, Linear narrow) {}

    private static final int HEADS = 12;
    private static final int MATRICES = 6;
    private static final String QUANTIZED = "_quantized";

    /** All layers of the file, the first applied first. */
    static List<EncoderLayer> all(OnnxTensors tensors) {
        List<String> matrices = matrices(tensors);
        return IntStream.range(0, matrices.size() / MATRICES)
                .mapToObj(layer -> of(tensors, layer, matrices))
                .toList();
    }

    /** Names of the weight matrices, which the file numbers in the order of their use, six for each layer. */
    private static List<String> matrices(OnnxTensors tensors) {
        List<String> names = new ArrayList<>();
        for (String name : tensors.names()) {
            if (name.startsWith("onnx::MatMul_") && name.endsWith(QUANTIZED)) {
                names.add(name.substring(0, name.length() - QUANTIZED.length()));
            }
        }
        return names;
    }

    private static EncoderLayer of(OnnxTensors tensors, int layer, List<String> matrices) {
        String prefix = "encoder.layer." + layer + ".";
        List<String> biases = List.of(
                "attention.self.query",
                "attention.self.key",
                "attention.self.value",
                "attention.output.dense",
                "intermediate.dense",
                "output.dense");
        List<Linear> linears = new ArrayList<>();
        for (int i = 0; i < MATRICES; i++) {
            String matrix = matrices.get(layer * MATRICES + i);
            linears.add(new Linear(
                    tensors.bytes(matrix + QUANTIZED),
                    tensors.bytes(matrix + "_zero_point"),
                    tensors.floats(matrix + "_scale"),
                    tensors.floats(prefix + biases.get(i) + ".bias")));
        }
        return new EncoderLayer(
                new Attention(linears.get(0), linears.get(1), linears.get(2), linears.get(3)),
                LayerNorm.of(tensors, prefix + "attention.output.LayerNorm"),
                new Transformation(linears.get(4), linears.get(5)),
                LayerNorm.of(tensors, prefix + "output.LayerNorm"));
    }

    /** @param wanted the first tokens, that many, come out; of the last layer no more is read */
    float[][] apply(float[][] tokens, int wanted) {
        float[][] first = Arrays.copyOf(tokens, wanted);
        float[][] seen = attention.mix().apply(seen(first, tokens));
        addAndNormalize(seen, first, attended);
        float[][] wide = transformation.widen().apply(seen);
        for (float[] token : wide) {
            Gelu.apply(token);
        }
        float[][] out = transformation.narrow().apply(wide);
        addAndNormalize(out, seen, transformed);
        return out;
    }

    private float[][] seen(float[][] lookers, float[][] tokens) {
        float[][] keys = attention.key().apply(tokens);
        float[][] values = attention.value().apply(tokens);
        return Arrays.stream(attention.query().apply(lookers))
                .map(query -> seen(query, keys, values))
                .toArray(float[][]::new);
    }

    private static void addAndNormalize(float[][] tokens, float[][] before, LayerNorm norm) {
        for (int token = 0; token < tokens.length; token++) {
            for (int i = 0; i < tokens[token].length; i++) {
                tokens[token][i] += before[token][i];
            }
            norm.apply(tokens[token]);
        }
    }

    /** What one token takes in of all. */
    private static float[] seen(float[] query, float[][] keys, float[][] values) {
        int size = query.length / HEADS;
        float[] out = new float[query.length];
        for (int start = 0; start < query.length; start += size) {
            float[] weights = weights(query, keys, start, size);
            for (int other = 0; other < keys.length; other++) {
                for (int i = start; i < start + size; i++) {
                    out[i] += weights[other] * values[other][i];
                }
            }
        }
        return out;
    }

    private static float[] weights(float[] query, float[][] keys, int start, int size) {
        float[] weights = new float[keys.length];
        float most = Float.NEGATIVE_INFINITY;
        for (int other = 0; other < keys.length; other++) {
            float product = 0;
            for (int i = start; i < start + size; i++) {
                product += query[i] * keys[other][i];
            }
            weights[other] = (float) (product / Math.sqrt(size));
            most = Math.max(most, weights[other]);
        }
        double sum = 0;
        for (int other = 0; other < weights.length; other++) {
            // less the greatest, else the exponential goes beyond what a float holds
            weights[other] = (float) Math.exp(weights[other] - most);
            sum += weights[other];
        }
        for (int other = 0; other < weights.length; other++) {
            weights[other] /= (float) sum;
        }
        return weights;
    }
}
