package org.voiceagent.knowledge.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** PDFs whose catalogue lies in a stream of objects, which is unpacked while they are opened. */
final class PackedPdf {

    private static final int ENTRIES = 6;
    private static final int ENTRY = 6;
    private static final String CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>";
    private static final String OBJECTS = "1 0 2 " + CATALOGUE.length() + " ";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * @param type of the stream, as it names itself
     * @param separator between {@code stream} and its bytes
     * @param whole whether it can be opened without being repaired
     * @param megabytes of nothing behind the objects
     * @param filters with which it is packed, the first is unpacked first
     */
    static byte[] of(String type, String separator, boolean whole, int megabytes, String... filters)
            throws IOException {
        PackedPdf pdf = new PackedPdf();
        pdf.write("%PDF-1.5\n");
        int packed = pdf.bytes.size();
        byte[] content = packed(megabytes, filters);
        pdf.write("4 0 obj\n<</Type/" + type + "/N 2/First " + OBJECTS.length() + "/Length " + content.length
                + "/Filter[/" + String.join("/", filters) + "]>>\nstream" + separator);
        pdf.bytes.writeBytes(content);
        pdf.write("\nendstream\nendobj\n");
        int table = pdf.bytes.size();
        pdf.table(packed, table);
        pdf.write("startxref\n" + (whole ? table : 1) + "\n%%EOF\n");
        return pdf.bytes.toByteArray();
    }

    private static byte[] packed(int megabytes, String... filters) throws IOException {
        COSStream stream = new COSStream();
        COSArray names = new COSArray();
        for (String filter : filters) {
            names.add(COSName.getPDFName(filter));
        }
        try (OutputStream out = stream.createOutputStream(names)) {
            String objects = OBJECTS + CATALOGUE + "<</Type/Pages/Kids[]/Count 0>>";
            out.write(objects.getBytes(StandardCharsets.US_ASCII));
            byte[] nothing = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < megabytes; written++) {
                out.write(nothing);
            }
        }
        return stream.createRawInputStream().readAllBytes();
    }

    /** Of all objects: their kind, where they are, and their place in the stream of objects. */
    private void table(int packed, int table) {
        write("5 0 obj\n<</Type/XRef/W[1 4 1]/Size " + ENTRIES + "/Root 1 0 R/Length " + ENTRIES * ENTRY
                + ">>\nstream\n");
        ByteBuffer entries = ByteBuffer.allocate(ENTRIES * ENTRY);
        entries.put((byte) 0).putInt(0).put((byte) 0);
        entries.put((byte) 2).putInt(4).put((byte) 0);
        entries.put((byte) 2).putInt(4).put((byte) 1);
        entries.put((byte) 0).putInt(0).put((byte) 0);
        entries.put((byte) 1).putInt(packed).put((byte) 0);
        entries.put((byte) 1).putInt(table).put((byte) 0);
        bytes.writeBytes(entries.array());
        write("\nendstream\nendobj\n");
    }
}
