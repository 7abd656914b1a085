package org.voiceagent.knowledge.control;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Opens a PDF whose streams are checked as soon as they are found: some hold the document's own parts and are unpacked while
 * it is opened. Pictures lose their filters, so that nothing can unpack them, whatever a document takes them for.
 */
final class BoundedPdfParser extends PDFParser {

    private final Set<Long> checked = new HashSet<>();

    private BoundedPdfParser(byte[] pdf) throws IOException {
        super(new RandomAccessReadBuffer(pdf), "");
    }

    /** Repairs a broken one, unless it might have something unpacked that way: the library finds it by means of its own. */
    static PDDocument parse(byte[] pdf) throws IOException {
        return new BoundedPdfParser(pdf).parse(PackedObjects.areKnown(pdf));
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSStream stream = super.parseCOSStream(dictionary);
        // what the dictionary refers to may stand elsewhere
        long end = source.getPosition();
        if (PdfStreams.isPicture(stream)) {
            stream.removeItem(COSName.FILTER);
        } else if (!PdfStreams.encrypted(document)) {
            PdfStreams.check(stream);
        }
        source.seek(end);
        return stream;
    }

    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (PdfStreams.encrypted(document)
                && checked.add(number)
                && document.getObjectFromPool(getObjectKey(number, 0)).getObject() instanceof COSStream stream) {
            PdfStreams.check(stream);
        }
        return super.parseObjectStreamObject(number, key);
    }
}
