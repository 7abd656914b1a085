package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voiceagent.configuration.ConfigurationError;

class KnowledgeFolderTest {

    @TempDir
    Path folder;

    private List<String> slugs() {
        return new KnowledgeFolder(folder.toString())
                .entries().stream().map(Entry::slug).toList();
    }

    @Test
    void documents_come_in_the_order_of_their_names() throws Exception {
        Files.writeString(folder.resolve("b.md"), "B");
        Files.writeString(folder.resolve("A File.md"), "A");
        assertEquals(List.of("a-file", "b"), slugs());
    }

    @Test
    void a_broken_document_costs_only_itself() throws Exception {
        Files.writeString(folder.resolve("good.md"), "\uFEFF# Good");
        Files.write(folder.resolve("latin.md"), new byte[] {'n', (byte) 0xef, 'v', 'e'});
        Files.writeString(folder.resolve("empty.md"), " \n");
        Files.write(folder.resolve("huge.md"), new byte[(1 << 20) + 1]);
        assertEquals(List.of("good"), slugs());
    }

    @Test
    void only_documents_are_read() throws Exception {
        Files.writeString(folder.resolve("good.md"), "# Good");
        Files.writeString(folder.resolve("README.md"), "# Read me");
        Files.writeString(folder.resolve("LICENSE"), "Free");
        Files.writeString(folder.resolve(".draft.md"), "# Draft");
        Files.createDirectory(folder.resolve("folder.md"));
        assertEquals(List.of("good"), slugs());
    }

    @Test
    void a_folder_that_is_not_there_stops_the_start_and_names_the_key() {
        KnowledgeFolder missing = new KnowledgeFolder(folder.resolve("none").toString());
        ConfigurationError error = assertThrows(ConfigurationError.class, missing::entries);
        assertTrue(error.getMessage().contains("voice.knowledge.location"));
    }

    @Test
    void a_folder_without_documents_stops_the_start() {
        assertThrows(ConfigurationError.class, this::slugs);
        assertThrows(ConfigurationError.class, new KnowledgeFolder("classpath:/nowhere")::entries);
    }

    @Test
    void a_folder_of_the_class_path_is_read() {
        assertTrue(new KnowledgeFolder("classpath:/demo/knowledge").entries().size() > 10);
    }

    @Test
    void a_folder_inside_a_jar_is_read() throws Exception {
        Path jar = folder.resolve("app.jar");
        URI uri = URI.create("jar:" + jar.toUri());
        try (FileSystem inside = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
            Files.createDirectories(inside.getPath("/texts/deeper"));
            Files.writeString(inside.getPath("/texts/good.md"), "# Good");
            Files.writeString(inside.getPath("/texts/deeper/other.md"), "# Other");
        }
        List<Entry> entries = KnowledgeFolder.inJar(URI.create(uri + "!/texts").toURL());
        assertEquals(List.of(new Entry("good", "# Good")), entries);
    }
}
