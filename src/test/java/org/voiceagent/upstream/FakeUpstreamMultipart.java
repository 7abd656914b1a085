package org.voiceagent.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a multipart body apart, strictly. */
public final class FakeUpstreamMultipart {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data;\\s*boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)form-data;.*?\\bname=\"([^\"]+)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)\\bfilename=\"([^\"]+)\"");

    private FakeUpstreamMultipart() {}

    /** @param fileName empty for a field */
    public record Part(String fileName, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** @throws IllegalArgumentException when it is no well-formed {@code multipart/form-data} */
    static Map<String, Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        require(boundary.matches(), "Content-Type must be multipart/form-data with a boundary");
        // one char a byte, so that positions in the text are positions in the body
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = "--" + boundary.group(1);
        require(text.startsWith(delimiter + "\r\n"), "the body must begin with the boundary");
        Map<String, Part> parts = new LinkedHashMap<>();
        int start = delimiter.length() + 2;
        while (true) {
            int end = text.indexOf("\r\n" + delimiter, start);
            require(end >= 0, "a part has no end");
            add(parts, text, body, new int[] {start, end});
            start = end + 2 + delimiter.length();
            if (text.startsWith("--", start)) {
                return parts;
            }
            require(text.startsWith("\r\n", start), "a boundary must end its line");
            start += 2;
        }
    }

    private static void add(Map<String, Part> parts, String text, byte[] body, int[] range) {
        int blank = text.indexOf("\r\n\r\n", range[0]);
        require(blank >= 0 && blank <= range[1], "a part has no headers");
        String headers = text.substring(range[0], blank);
        Matcher name = NAME.matcher(headers);
        require(name.find(), "a part has no name");
        Matcher file = FILE_NAME.matcher(headers);
        byte[] content = Arrays.copyOfRange(body, blank + 4, range[1]);
        require(!parts.containsKey(name.group(1)), "a field stands twice");
        parts.put(name.group(1), new Part(file.find() ? file.group(1) : "", content));
    }

    private static void require(boolean fact, String rule) {
        if (!fact) {
            throw new IllegalArgumentException(rule);
        }
    }
}
