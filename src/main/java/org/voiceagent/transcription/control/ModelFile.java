package org.voiceagent.transcription.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A file of the acoustic model: a text header, a number that tells the byte order, then integers and floats. */
final class ModelFile {

    private static final String FOLDER = "edu/cmu/sphinx/models/en-us/";
    private static final String END_OF_HEADER = "endhdr\n";
    private static final int ORDER_MARK = 0x11223344;

    private final ByteBuffer bytes;

    private ModelFile(byte[] content) {
        int header = new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1)
                .indexOf(END_OF_HEADER);
        bytes = ByteBuffer.wrap(content);
        bytes.position(header + END_OF_HEADER.length());
        if (bytes.getInt() != ORDER_MARK) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    static ModelFile open(String name) {
        try (InputStream stream = stream(name)) {
            return new ModelFile(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By class loader, never by path: in a server the data is in a library of the WAR. */
    static InputStream stream(String name) throws IOException {
        InputStream stream = ModelFile.class.getClassLoader().getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IOException("Not on the class path: " + FOLDER + name);
        }
        return stream;
    }

    int number() {
        return bytes.getInt();
    }

    float[] floats(int count) {
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + count * Float.BYTES);
        return values;
    }
}
