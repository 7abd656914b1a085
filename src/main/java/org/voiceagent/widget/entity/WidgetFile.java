package org.voiceagent.widget.entity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the widget as it is served.
 *
 * @param type its media type
 * @param content as it is
 * @param compressed by gzip
 * @param integrity its hash, as the attribute {@code integrity} has it
 */
public record WidgetFile(String type, byte[] content, byte[] compressed, String integrity) {

    /** @param name what its media type is told from */
    public static WidgetFile of(String name, byte[] content) {
        return new WidgetFile(type(name), content, gzip(content), Digests.integrity(content));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript;charset=UTF-8";
            case "json", "map" -> "application/json";
            default -> "text/plain;charset=UTF-8";
        };
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
