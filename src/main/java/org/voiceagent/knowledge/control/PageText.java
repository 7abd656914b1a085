package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Takes the text of a page. Each letter takes some 200 bytes until the page is read, so that a page of few kilobytes, packed,
 * could use up a server's memory; and a page may draw the same again and again without an end.
 */
final class PageText extends PDFTextStripper {

    /** Letters; a page that is printed closely has a tenth of it. */
    private static final int MOST = 100_000;

    private int letters;

    PageText() {
        setParagraphEnd(getLineSeparator());
    }

    @Override
    protected void startPage(PDPage page) {
        letters = 0;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        PdfStreams.refuseInterrupted();
        letters++;
        if (letters > MOST) {
            throw new DocumentRefused("has a page of more than " + MOST + " letters");
        }
        super.processTextPosition(letter);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        PdfStreams.refuseInterrupted();
        super.processOperator(operator, operands);
    }
}
