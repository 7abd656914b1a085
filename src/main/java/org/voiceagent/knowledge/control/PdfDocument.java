package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Reads the text of a PDF, page by page: a page is what an address can lead to. */
final class PdfDocument {

    private static final Pattern BROKEN_WORD = Pattern.compile("(?<=\\p{Ll})-\\s*\\R\\s*(?=\\p{Ll})");
    private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R");

    static {
        FontMappers.set(StandInFont.load());
    }

    private final PDDocument document;
    private final PassageWriter passages;

    private PdfDocument(PDDocument document, PassageWriter passages) {
        this.document = document;
        this.passages = passages;
    }

    /** @param baseUrl what the file's name is appended to */
    static DocumentContents read(String name, byte[] bytes, String baseUrl, int most) throws IOException {
        try (PDDocument document = BoundedPdfParser.parse(bytes)) {
            if (document.isEncrypted() && !document.getCurrentAccessPermission().canExtractContent()) {
                throw new DocumentRefused("is encrypted, and forbids to take its text");
            }
            PdfStreams.checkDecrypted(document.getDocument());
            PassageWriter passages = new PassageWriter(HeadingSlugs.of(name), baseUrl + SourceUrl.path(name), most);
            title(document).ifPresent(passages::title);
            new PdfDocument(document, passages).read();
            return passages.finished(MarkdownDocument.nameFrom(HeadingSlugs.of(name)), language(document));
        } catch (InvalidPasswordException encrypted) {
            throw new DocumentRefused("is encrypted");
        }
    }

    private static Optional<String> title(PDDocument document) {
        return Optional.ofNullable(document.getDocumentInformation().getTitle())
                .map(String::strip)
                .filter(title -> !title.isEmpty());
    }

    private static Optional<String> language(PDDocument document) {
        return Optional.ofNullable(document.getDocumentCatalog().getLanguage()).filter(tag -> !tag.isBlank());
    }

    private void read() throws IOException {
        PdfHeadings headings = PdfHeadings.of(document);
        PageText text = new PageText();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PdfStreams.refuseInterrupted();
            text.setStartPage(page);
            text.setEndPage(page);
            passages.begin(headings.of(page).orElse("page " + page), "page-" + page, "#page=" + page);
            paragraphs(text.getText(document)).forEach(passages::say);
        }
    }

    private static List<String> paragraphs(String page) {
        String whole = BROKEN_WORD.matcher(page).replaceAll("");
        return PARAGRAPH
                .splitAsStream(whole)
                .map(paragraph -> paragraph.replaceAll("[\\s\\u00a0]+", " ").strip())
                .filter(paragraph -> paragraph.chars().anyMatch(Character::isLetter))
                .toList();
    }
}
