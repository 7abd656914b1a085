package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The headings of a PDF, as its outline has them: which one a page stands under. */
final class PdfHeadings {

    /** An outline may be a ring. */
    private static final int MOST = 2_000;

    private final TreeMap<Integer, String> pages = new TreeMap<>();

    private PdfHeadings() {}

    static PdfHeadings of(PDDocument document) throws IOException {
        PdfHeadings headings = new PdfHeadings();
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            Deque<PDOutlineItem> waiting = new ArrayDeque<>();
            add(waiting, outline.getFirstChild());
            for (int seen = 0; !waiting.isEmpty() && seen < MOST; seen++) {
                PDOutlineItem item = waiting.pop();
                headings.put(document, item);
                // what is below comes before what is beside
                add(waiting, item.getNextSibling());
                add(waiting, item.getFirstChild());
            }
        }
        return headings;
    }

    private static void add(Deque<PDOutlineItem> waiting, PDOutlineItem item) {
        if (item != null) {
            waiting.push(item);
        }
    }

    private void put(PDDocument document, PDOutlineItem item) throws IOException {
        PDPage page = item.findDestinationPage(document);
        String words = Optional.ofNullable(item.getTitle()).orElse("").strip();
        if (page != null && !words.isEmpty()) {
            pages.putIfAbsent(document.getPages().indexOf(page) + 1, words);
        }
    }

    /** Of the page, counted from 1; empty where there is no outline, or the page stands before its first heading. */
    Optional<String> of(int page) {
        return Optional.ofNullable(pages.floorEntry(page)).map(Map.Entry::getValue);
    }
}
