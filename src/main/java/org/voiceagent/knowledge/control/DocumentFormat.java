package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document is written in, told by its name. */
enum DocumentFormat {
    MARKDOWN("text/markdown", ".md") {
        @Override
        DocumentContents read(String name, byte[] bytes, String baseUrl, int most) {
            return MarkdownDocument.read(slug(name), DocumentText.utf8(bytes), baseUrl, most);
        }
    },
    HTML("text/html", ".html", ".htm", ".xhtml") {
        @Override
        DocumentContents read(String name, byte[] bytes, String baseUrl, int most) {
            return HtmlDocument.read(name, DocumentText.html(bytes), baseUrl, most);
        }
    },
    PDF("application/pdf", ".pdf") {
        @Override
        DocumentContents read(String name, byte[] bytes, String baseUrl, int most) throws IOException {
            return PdfDocument.read(name, bytes, baseUrl, most);
        }
    },
    /** Of an admin, and no file. */
    ANSWER(AnswerDocument.MEDIA_TYPE) {
        @Override
        DocumentContents read(String name, byte[] bytes, String baseUrl, int most) {
            return AnswerDocument.read(bytes, most);
        }
    };

    private final String mediaType;
    private final List<String> endings;

    DocumentFormat(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /** Empty for a file that is no document: of another kind, hidden, or about the folder itself. */
    static Optional<DocumentFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".") || lower.equals("readme.md")) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    static Optional<DocumentFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Without parameters. */
    String mediaType() {
        return mediaType;
    }

    /** Of a file that is a document: with it the ids of its passages begin, and Markdown's end of its address. */
    static String slug(String name) {
        boolean markdown = of(name).filter(MARKDOWN::equals).isPresent();
        return HeadingSlugs.of(markdown ? name.substring(0, name.length() - ".md".length()) : name);
    }

    /**
     * @param baseUrl begins the address of a document that does not say its own
     * @param most passages it may have
     * @throws DocumentRefused when it cannot be read, and why
     * @throws IOException when it is broken
     */
    abstract DocumentContents read(String name, byte[] bytes, String baseUrl, int most) throws IOException;
}
