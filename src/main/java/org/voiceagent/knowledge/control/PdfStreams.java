package org.voiceagent.knowledge.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Refuses a PDF with a stream that unpacks to more than a server can hold: the library unpacks each into memory, whatever it
 * grows to. So each is unpacked before it, counted, and thrown away.
 */
final class PdfStreams {

    private static final int MEGABYTE = 1 << 20;
    private static final long MOST = 16L * MEGABYTE;

    private static final Set<COSName> OF_PICTURES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION,
            COSName.JBIG2_DECODE);

    private PdfStreams() {}

    static void refuseInterrupted() {
        if (Thread.interrupted()) {
            throw new DocumentRefused("was not read to its end");
        }
    }

    static void refuseOver(long bytes) {
        if (bytes > MOST) {
            throw new DocumentRefused("unpacks to more than " + MOST / MEGABYTE + " MB");
        }
    }

    /** Whether its streams cannot be unpacked before they are decrypted. */
    static boolean encrypted(COSDocument document) {
        return document.getTrailer() != null && document.getTrailer().containsKey(COSName.ENCRYPT);
    }

    /** Of an encrypted document, which is open: the streams of others are checked when they are found. */
    static void checkDecrypted(COSDocument document) throws IOException {
        if (!encrypted(document)) {
            return;
        }
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                check(stream);
            }
        }
    }

    /** Large by nature, and not needed to read the text. */
    static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))
                || filters(stream.getFilters()).stream().anyMatch(OF_PICTURES::contains);
    }

    /** By the library's own filters, which know more than one way to pack. */
    static void check(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream.getFilters());
        InputStream packed = stream.createRawInputStream();
        for (int at = 0; at < filters.size(); at++) {
            Counted unpacked = new Counted(at < filters.size() - 1);
            FilterFactory.INSTANCE.getFilter(filters.get(at)).decode(packed, unpacked, stream, at);
            packed = new ByteArrayInputStream(unpacked.kept.toByteArray());
        }
    }

    private static List<COSName> filters(COSBase filters) {
        if (filters instanceof COSName one) {
            return List.of(one);
        }
        return filters instanceof COSArray several
                ? several.toList().stream()
                        .filter(COSName.class::isInstance)
                        .map(COSName.class::cast)
                        .toList()
                : List.of();
    }

    private static final class Counted extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keeping;
        private long bytes;

        Counted(boolean keeping) {
            this.keeping = keeping;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
            refuseInterrupted();
            refuseOver(bytes);
            if (keeping) {
                kept.write(some, offset, length);
            }
        }
    }
}
