package org.voiceagent.knowledge.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a file, in the encoding it has; one that is in another is refused, since guessing would make odd words. */
final class DocumentText {

    /** Where HTML must name its encoding. */
    private static final int HEAD = 1024;

    private static final Pattern NAMED =
            Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)");
    private static final char MARK = '\uFEFF';

    private DocumentText() {}

    /** @throws DocumentRefused when it is not UTF-8, or not text */
    static String utf8(byte[] bytes) {
        if (hasMarkOf(StandardCharsets.UTF_16LE, bytes) || hasMarkOf(StandardCharsets.UTF_16BE, bytes)) {
            throw new DocumentRefused("is UTF-16 and not UTF-8");
        }
        return decoded(bytes, StandardCharsets.UTF_8);
    }

    /**
     * By its byte order mark, or what it says itself; else it is taken for UTF-8.
     *
     * @throws DocumentRefused when it is in no or another encoding, or not text
     */
    static String html(byte[] bytes) {
        for (Charset wide : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            if (hasMarkOf(wide, bytes)) {
                return decoded(bytes, wide);
            }
        }
        if (hasMarkOf(StandardCharsets.UTF_8, bytes)) {
            return decoded(bytes, StandardCharsets.UTF_8);
        }
        return decoded(bytes, named(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)));
    }

    private static boolean hasMarkOf(Charset charset, byte[] bytes) {
        byte[] mark = String.valueOf(MARK).getBytes(charset);
        return bytes.length >= mark.length
                && ByteBuffer.wrap(bytes, 0, mark.length).equals(ByteBuffer.wrap(mark));
    }

    private static Charset named(String head) {
        Matcher name = NAMED.matcher(head);
        // whoever can be read so far does not write UTF-16, whatever it says
        if (!name.find() || name.group(1).toLowerCase(Locale.ROOT).startsWith("utf-16")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new DocumentRefused("names an encoding that is not known here");
        }
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new DocumentRefused("is not text, or UTF-16 without its mark");
            }
            return text.indexOf(MARK) == 0 ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new DocumentRefused("is not " + charset.name());
        }
    }
}
