package org.voiceagent.knowledge.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the weights of a model file in the ONNX format (a Protocol Buffers message; field numbers from onnx.proto).
 * Only what the sentence model needs: 32-bit floats, and 8-bit integers.
 */
final class OnnxTensors {

    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int FLOAT_DATA = 4;
    private static final int INT32_DATA = 5;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    private final Map<String, ByteBuffer> tensors = new LinkedHashMap<>();

    OnnxTensors(byte[] model) {
        ByteBuffer message = ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN);
        while (message.hasRemaining()) {
            Field field = nextField(message);
            if (field.number == GRAPH) {
                readGraph(field.content);
            }
        }
    }

    private void readGraph(ByteBuffer graph) {
        while (graph.hasRemaining()) {
            Field field = nextField(graph);
            if (field.number == INITIALIZER) {
                readTensor(field.content);
            }
        }
    }

    private void readTensor(ByteBuffer tensor) {
        String name = "";
        ByteBuffer content = ByteBuffer.allocate(0);
        while (tensor.hasRemaining()) {
            Field field = nextField(tensor);
            switch (field.number) {
                case NAME -> name = StandardCharsets.UTF_8.decode(field.content).toString();
                case FLOAT_DATA, RAW_DATA -> content = field.content;
                case INT32_DATA -> content = narrowed(field.content);
                default -> {
                    // shape and type follow from the name
                }
            }
        }
        tensors.put(name, content);
    }

    /** 8-bit values outside the raw data are stored as varints, as many bytes as the value needs. */
    private static ByteBuffer narrowed(ByteBuffer varints) {
        ByteBuffer bytes = ByteBuffer.allocate(varints.remaining());
        while (varints.hasRemaining()) {
            bytes.put((byte) varint(varints));
        }
        return bytes.flip();
    }

    Iterable<String> names() {
        return tensors.keySet();
    }

    float[] floats(String name) {
        ByteBuffer content = tensor(name);
        float[] floats = new float[content.remaining() / Float.BYTES];
        content.asFloatBuffer().get(floats);
        return floats;
    }

    byte[] bytes(String name) {
        ByteBuffer content = tensor(name);
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    private ByteBuffer tensor(String name) {
        if (!tensors.containsKey(name)) {
            throw new IllegalArgumentException("The model file has no tensor " + name);
        }
        return tensors.get(name).duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    private record Field(int number, ByteBuffer content) {}

    private static Field nextField(ByteBuffer message) {
        long key = varint(message);
        int length = switch ((int) key & 7) {
            case 0 -> varintLength(message);
            case 1 -> Long.BYTES;
            case 2 -> (int) varint(message);
            case 5 -> Integer.BYTES;
            default -> throw new IllegalArgumentException("Not a model file in the ONNX format");
        };
        ByteBuffer content = message.slice(message.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        message.position(message.position() + length);
        return new Field((int) (key >>> 3), content);
    }

    private static int varintLength(ByteBuffer message) {
        int start = message.position();
        varint(message);
        int length = message.position() - start;
        message.position(start);
        return length;
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
