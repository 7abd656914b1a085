package org.voiceagent.knowledge.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A file as sitemaps.org describes it: XML, or lines of text, packed or not.
 *
 * @param index whether it lists sitemaps, and no pages
 * @param links in its order
 */
record Sitemap(boolean index, List<String> links) {

    private static final int GZIP = 0x1f8b;
    private static final int BYTE = 0xff;
    private static final String INDEX = "sitemapindex";
    private static final String LIST = "urlset";
    private static final String LOCATION = "loc";

    /** The elements around a page's location; those of images and videos are in others. */
    private static final int DEPTH_OF_LOCATION = 3;

    Sitemap {
        links = List.copyOf(links);
    }

    /**
     * @param most bytes, unpacked
     * @throws NotFetched when it is none, or larger
     */
    static Sitemap of(byte[] bytes, int most) {
        byte[] unpacked = unpacked(bytes, most);
        String text = new String(unpacked, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        if (text.stripLeading().startsWith("http")) {
            return new Sitemap(false, text.strip().lines().map(String::strip).toList());
        }
        try {
            return xml(unpacked);
        } catch (XMLStreamException broken) {
            throw new NotFetched("It is no sitemap: its XML is broken.");
        }
    }

    private static byte[] unpacked(byte[] bytes, int most) {
        boolean packed = bytes.length > 1 && (((bytes[0] & BYTE) << Byte.SIZE) | (bytes[1] & BYTE)) == GZIP;
        if (!packed) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = in.readNBytes(most + 1);
            if (unpacked.length > most) {
                throw new NotFetched("It is larger than " + most + " bytes when it is unpacked.");
            }
            return unpacked;
        } catch (IOException broken) {
            throw new NotFetched("It cannot be unpacked.");
        }
    }

    private static Sitemap xml(byte[] bytes) throws XMLStreamException {
        // the JDK's own, whatever else is on the class path: what is switched off below is switched off there
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        List<String> links = new ArrayList<>();
        String root = "";
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new NotFetched("It has a document type, which no sitemap needs.");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                root = depth == 1 ? reader.getLocalName() : root;
                if (depth == DEPTH_OF_LOCATION && reader.getLocalName().equals(LOCATION)) {
                    links.add(reader.getElementText().strip());
                    depth--;
                }
            }
        }
        if (!root.equals(INDEX) && !root.equals(LIST)) {
            throw new NotFetched("It is no sitemap.");
        }
        return new Sitemap(root.equals(INDEX), links);
    }
}
