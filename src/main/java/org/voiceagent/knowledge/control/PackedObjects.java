package org.voiceagent.knowledge.control;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for streams of objects in the bytes of a PDF. Of a broken document the library unpacks them before anybody may look
 * at them, so it may repair only a document whose packed objects are plain to see, and small.
 */
final class PackedObjects {

    private static final String TYPE = "ObjStm";

    /** Bytes; the library looks for an object's begin no further back. */
    private static final int BEFORE = 400;

    private static final int BUFFER = 4096;
    private static final int ZLIB_HEADER = 2;

    /** Or a name that may say so in another way. */
    private static final Pattern ENCRYPTED = Pattern.compile("/(Encrypt|[A-Za-z]{0,6}#)");

    /** Without names that are written in another way, texts and comments, which may hide what is meant. */
    private static final Pattern PLAIN =
            Pattern.compile("obj\\s*<<(?:[^#(%<>]++|<<[^#(%<>]*+>>)*+>>\\s*stream *\\r?\\n?");

    private static final Pattern FILTER = Pattern.compile("/Filter");
    private static final Pattern DEFLATED =
            Pattern.compile("/Filter\\s*(?:/FlateDecode|\\[\\s*/FlateDecode\\s*\\])(?=[\\s/>])");

    private PackedObjects() {}

    /**
     * Whether all that the library would find by itself are packed in the usual way, and not encrypted.
     *
     * @throws DocumentRefused when one of them unpacks to too much
     */
    static boolean areKnown(byte[] pdf) {
        String letters = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = letters.indexOf(TYPE);
        if (at >= 0 && ENCRYPTED.matcher(letters).find()) {
            return false;
        }
        for (; at >= 0; at = letters.indexOf(TYPE, at + 1)) {
            PdfStreams.refuseInterrupted();
            int window = Math.max(0, at - BEFORE);
            int begun = window + letters.substring(window, at).lastIndexOf("obj");
            Matcher plain = PLAIN.matcher(letters).region(Math.max(window, begun), letters.length());
            if (!plain.lookingAt() || plain.end() < at || !deflatedOrNotPacked(plain.group())) {
                return false;
            }
            checkInflated(pdf, plain.end());
        }
        return true;
    }

    private static boolean deflatedOrNotPacked(String dictionary) {
        long filters = FILTER.matcher(dictionary).results().count();
        return filters == 0 || filters == 1 && DEFLATED.matcher(dictionary).find();
    }

    private static void checkInflated(byte[] pdf, int start) {
        if (pdf.length - start <= ZLIB_HEADER) {
            return;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(pdf, start + ZLIB_HEADER, pdf.length - start - ZLIB_HEADER);
            byte[] buffer = new byte[BUFFER];
            while (inflater.inflate(buffer) > 0) {
                PdfStreams.refuseInterrupted();
                PdfStreams.refuseOver(inflater.getBytesWritten());
            }
        } catch (DataFormatException end) {
            // of what was compressed, or it never was
            PdfStreams.refuseOver(inflater.getBytesWritten());
        } finally {
            inflater.end();
        }
    }
}
