package org.voiceagent.knowledge.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** PDFs to be read, written by the library that reads them. */
final class PdfFile {

    private static final float LINE = 15;
    private static final float MARGIN = 50;
    private static final int MEGABYTE = 1 << 20;

    private final PDDocument document = new PDDocument();

    /** @param lines of the page */
    PdfFile page(List<String> lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), LINE - 2);
            content.setLeading(LINE);
            content.newLineAtOffset(MARGIN, page.getMediaBox().getHeight() - MARGIN);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
        return this;
    }

    /** A page that draws a form, which draws another twice, and so on; nothing of it is text. */
    PdfFile tree(int levels) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        PDFormXObject drawn = form("");
        for (int level = 0; level < levels; level++) {
            PDFormXObject around = form("/Next Do /Next Do");
            around.getResources().put(COSName.getPDFName("Next"), drawn);
            drawn = around;
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(drawn);
        }
        return this;
    }

    private PDFormXObject form(String content) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setResources(new PDResources());
        form.setBBox(PDRectangle.A4);
        try (OutputStream out = form.getStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    /** The last page stands under this heading of the outline. */
    PdfFile heading(String words) {
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline == null) {
            outline = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(outline);
        }
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(words);
        item.setDestination(document.getPage(document.getNumberOfPages() - 1));
        outline.addLast(item);
        return this;
    }

    PdfFile titled(String title, String language) {
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        return this;
    }

    PdfFile encrypted(String password) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        return this;
    }

    /** The last page has a note of so many megabytes, which is packed together with other objects. */
    PdfFile note(int megabytes) {
        document.getPage(document.getNumberOfPages() - 1)
                .getCOSObject()
                .setString(COSName.getPDFName("Note"), "a".repeat(megabytes * MEGABYTE));
        return this;
    }

    /** A page whose content is nothing, many times over. */
    PdfFile bomb(int megabytes, COSName filter) throws IOException {
        PDPage page = new PDPage();
        PDStream content = new PDStream(document);
        byte[] nothing = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream packed = content.createOutputStream(filter)) {
            for (int written = 0; written < megabytes; written++) {
                packed.write(nothing);
            }
        }
        page.setContents(content);
        document.addPage(page);
        return this;
    }

    byte[] bytes() throws IOException {
        try (document) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
