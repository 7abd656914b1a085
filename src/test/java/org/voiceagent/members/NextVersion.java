package org.voiceagent.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * The product as its next version could be: a stored turn with one more field, the number of its sentences.
 * Made of this version's source, so that it always differs from it by that alone.
 */
final class NextVersion {

    private static final Path SOURCE = Path.of("src/main/java/org/voiceagent/conversation/store/StoredTurn.java");

    private NextVersion() {}

    /** A class path on which it comes before this version. */
    static String classPath(Path folder) throws IOException {
        String source = Files.readString(SOURCE);
        source = replaced(source, "List<String> sourceUrls)", "List<String> sourceUrls, long sentences)");
        source = replaced(source, "map(Source::url).toList());", "map(Source::url).toList(), 3);");
        source = replaced(source, "sourceTitles, sourceUrls);", "sourceTitles, sourceUrls, sentences);");
        source = replaced(
                source,
                "List.of(reader.readArrayOfString(\"sourceUrls\")));",
                "List.of(reader.readArrayOfString(\"sourceUrls\")),"
                        + " reader.getFieldKind(\"sentences\") == com.hazelcast.nio.serialization.FieldKind.NOT_AVAILABLE"
                        + " ? 0 : reader.readInt64(\"sentences\"));");
        source = replaced(
                source,
                "writer.writeString(\"outcome\", turn.outcome());",
                "writer.writeString(\"outcome\", turn.outcome()); writer.writeInt64(\"sentences\", turn.sentences());");
        Path file = Files.writeString(folder.resolve("StoredTurn.java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String current = System.getProperty("java.class.path");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", current, "-d", classes.toString(), file.toString());
        assertEquals(0, code, "the next version does not compile");
        return classes + File.pathSeparator + current;
    }

    private static String replaced(String source, String before, String after) {
        String changed = source.replace(before, after);
        assertNotEquals(source, changed, "not in the source any more: " + before);
        return changed;
    }
}
