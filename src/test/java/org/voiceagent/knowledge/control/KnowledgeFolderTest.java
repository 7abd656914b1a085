package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

    @TempDir
    Path elsewhere;

    private List<String> names() {
        return new KnowledgeFolder(folder.toString())
                .documents().stream().map(DocumentFile::name).toList();
    }

    @Test
    void documents_come_in_the_order_of_their_names() throws Exception {
        Files.writeString(folder.resolve("b.md"), "B");
        Files.writeString(folder.resolve("A File.md"), "A");
        assertEquals(List.of("A File.md", "b.md"), names());
    }

    @Test
    void only_documents_are_read() throws Exception {
        Files.writeString(folder.resolve("good.md"), "# Good");
        Files.writeString(folder.resolve("README.md"), "# Read me");
        Files.writeString(folder.resolve("LICENSE"), "Free");
        Files.writeString(folder.resolve(".draft.md"), "# Draft");
        Files.createDirectory(folder.resolve("folder.md"));
        Files.createFile(folder.resolve("page.HTM"));
        Files.createFile(folder.resolve("flyer.pdf"));
        assertEquals(List.of("flyer.pdf", "good.md", "page.HTM"), names());
    }

    @Test
    void a_folder_that_is_not_there_stops_the_start_and_names_the_key() {
        KnowledgeFolder missing = new KnowledgeFolder(folder.resolve("none").toString());
        ConfigurationError error = assertThrows(ConfigurationError.class, missing::documents);
        assertTrue(error.getMessage().contains("voice.knowledge.location"));
    }

    @Test
    void a_link_may_lead_within_the_folder_and_not_out_of_it() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("..data"));
        Files.writeString(inside.resolve("good.md"), "# Good");
        Files.createSymbolicLink(folder.resolve("good.md"), Path.of("..data", "good.md"));
        Files.createSymbolicLink(
                folder.resolve("out.md"), Files.writeString(elsewhere.resolve("secret.md"), "# Secret"));
        Files.createSymbolicLink(folder.resolve("nowhere.md"), Path.of("nothing"));
        List<DocumentFile> documents = new KnowledgeFolder(folder.toString()).documents();
        assertEquals(
                List.of("good.md", "out.md"),
                documents.stream().map(DocumentFile::name).toList());
        documents.get(0).opening().open().close();
        assertThrows(DocumentRefused.class, documents.get(1).opening()::open);
    }

    @Test
    void one_that_cannot_be_looked_at_is_not_gone() throws Exception {
        Files.createSymbolicLink(folder.resolve("round.md"), Path.of("round.md"));
        List<DocumentFile> documents = new KnowledgeFolder(folder.toString()).documents();
        assertEquals(
                List.of("round.md"), documents.stream().map(DocumentFile::name).toList());
        assertThrows(IOException.class, documents.get(0).opening()::open);
    }

    @Test
    void a_folder_of_the_class_path_is_read() {
        assertTrue(new KnowledgeFolder("classpath:/demo/knowledge").documents().size() > 10);
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
        List<DocumentFile> documents =
                KnowledgeFolder.inJar(URI.create(uri + "!/texts").toURL());
        assertEquals(1, documents.size());
        assertEquals("# Good", new String(documents.get(0).opening().open().readAllBytes(), StandardCharsets.UTF_8));
    }
}
