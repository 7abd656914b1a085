package org.voiceagent.knowledge.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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

    /** Pictures are large by nature, and not unpacked to read the text. */
    private static final long MOST_OF_A_PICTURE = 128L * MEGABYTE;

    private static final int DICTIONARY = 4096;
    private static final int ZLIB_HEADER = 2;
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n?");
    private static final Pattern READ_AT_ONCE = Pattern.compile("XRef|ObjStm|#");
    private static final String PICTURE = "/Image";
    private static final Set<COSName> OF_PICTURES = Set.of(
            COSName.DCT_DECODE, COSName.JPX_DECODE, COSName.CCITTFAX_DECODE, COSName.JBIG2_DECODE, COSName.CRYPT);

    private PdfStreams() {}

    /** By the bytes of the file: some streams are unpacked while it is opened, so nothing of the library may be asked. */
    static void check(byte[] pdf) {
        String letters = new String(pdf, StandardCharsets.ISO_8859_1);
        for (Matcher stream = STREAM.matcher(letters); stream.find(); ) {
            int window = Math.max(0, stream.start() - DICTIONARY);
            int begun = letters.lastIndexOf("obj", stream.start());
            String dictionary = letters.substring(Math.max(window, begun), stream.start());
            boolean picture = dictionary.contains(PICTURE)
                    && !READ_AT_ONCE.matcher(dictionary).find();
            checkInflated(pdf, stream.end(), picture ? MOST_OF_A_PICTURE : MOST);
        }
    }

    private static void checkInflated(byte[] pdf, int start, long most) {
        if (pdf.length - start <= ZLIB_HEADER) {
            return;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(pdf, start + ZLIB_HEADER, pdf.length - start - ZLIB_HEADER);
            byte[] buffer = new byte[DICTIONARY];
            while (inflater.inflate(buffer) > 0) {
                refuseOver(most, inflater.getBytesWritten());
            }
        } catch (DataFormatException end) {
            // of what was compressed, or it never was
            refuseOver(most, inflater.getBytesWritten());
        } finally {
            inflater.end();
        }
    }

    private static void refuseOver(long most, long bytes) {
        if (bytes > most) {
            throw new DocumentRefused("unpacks to more than " + most / MEGABYTE + " MB");
        }
    }

    /** By the library's own filters, which know more than one way to pack. */
    static void check(COSDocument document) throws IOException {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                check(stream);
            }
        }
    }

    private static void check(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream.getFilters());
        if (filters.stream().anyMatch(OF_PICTURES::contains)) {
            return;
        }
        boolean picture = COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE));
        long most = picture ? MOST_OF_A_PICTURE : MOST;
        InputStream packed = stream.createRawInputStream();
        for (int at = 0; at < filters.size(); at++) {
            boolean last = at == filters.size() - 1;
            Counted unpacked = new Counted(last ? most : MOST, !last);
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
        private final long most;
        private final boolean keeping;
        private long bytes;

        Counted(long most, boolean keeping) {
            this.most = most;
            this.keeping = keeping;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
            refuseOver(most, bytes);
            if (keeping) {
                kept.write(some, offset, length);
            }
        }
    }
}
