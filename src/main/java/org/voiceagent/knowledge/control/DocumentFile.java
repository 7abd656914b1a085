package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.knowledge.entity.Passage;

/**
 * A document as it lies in its folder, or in the database, not read yet.
 *
 * @param bytes its size
 * @param print changes when the file does: of its size, its times, and which file it is
 * @param kept what the database has of it
 */
record DocumentFile(String name, long bytes, String print, Opening opening, Optional<KeptDocument> kept) {

    /** Of a folder's documents in reports. */
    private static final String FOLDER = "folder";

    DocumentFile(String name, long bytes, String print, Opening opening) {
        this(name, bytes, print, opening, Optional.empty());
    }

    static DocumentFile kept(KeptDocument document, Opening opening) {
        // what is said of it beside its content stands in its passages, too
        String print = document.sha256() + " " + document.mediaType() + " " + document.title() + document.url()
                + document.language();
        return new DocumentFile(document.name(), document.bytes(), print, opening, Optional.of(document));
    }

    /** No two documents that are read together have the same. */
    String key() {
        return kept.map(KeptDocument::id).orElse(name);
    }

    /** With it the ids of its passages begin; two documents must not have the same. */
    String slug() {
        return kept.map(document -> document.kind().word() + "/" + document.id())
                .orElseGet(() -> DocumentFormat.slug(name));
    }

    /** As files are called, for what is named after its file. */
    String fileName() {
        return kept.filter(document -> document.kind() == DocumentKind.PAGE)
                .map(page -> page.name()
                        .replaceFirst("\\?.*", "")
                        .replaceFirst("/+$", "")
                        .replaceFirst(".*/", ""))
                .orElse(name);
    }

    /** Where it is from, a word. */
    String origin() {
        return kept.map(document -> document.kind().word()).orElse(FOLDER);
    }

    DocumentFormat format() {
        return kept.map(document -> DocumentFormat.ofMediaType(document.mediaType()))
                .orElseGet(() -> DocumentFormat.of(name))
                .orElseThrow(() -> new DocumentRefused("is of a kind that cannot be read"));
    }

    /** What it says, where that is known better than by the document itself. */
    DocumentContents placed(DocumentContents read) {
        return kept.map(document -> new DocumentContents(
                        document.title().orElse(read.title()),
                        document.language().or(read::language),
                        read.passages().stream()
                                .map(passage -> placed(document, passage))
                                .toList()))
                .orElse(read);
    }

    private Passage placed(KeptDocument document, Passage passage) {
        String section = passage.id().replaceFirst("^[^#~]*", "");
        String fragment = passage.url().replaceFirst("^[^#]*", "");
        return new Passage(
                slug() + section,
                document.kind() == DocumentKind.ANSWER ? document.title().orElse(passage.title()) : passage.title(),
                document.url().map(url -> url + fragment).orElse(passage.url()),
                passage.text(),
                passage.language(),
                passage.questions());
    }

    @FunctionalInterface
    interface Opening {

        /** @throws DocumentRefused when it may not be read */
        InputStream open() throws IOException;
    }

    /** Changes when one of them does, comes, or goes. */
    static String print(List<DocumentFile> files) {
        return files.stream().map(file -> file.key() + " " + file.print()).collect(Collectors.joining("\n"));
    }
}
