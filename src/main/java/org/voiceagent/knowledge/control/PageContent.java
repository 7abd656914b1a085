package org.voiceagent.knowledge.control;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a server's answer is as a document.
 *
 * @param mediaType as a kept document has it
 * @param bytes text in the encoding that the document's reader takes it for
 * @param source where visitors can read it
 * @param indexable whether the page allows to be known
 */
record PageContent(String mediaType, byte[] bytes, URI source, boolean indexable) {

    private static final String HTML = "text/html";
    private static final String MARKDOWN = "text/markdown";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            HTML,
            HTML,
            "application/xhtml+xml",
            HTML,
            MARKDOWN,
            MARKDOWN,
            "text/plain",
            MARKDOWN,
            "application/pdf",
            "application/pdf");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final byte[] UTF8_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final List<String> NOT_INDEXABLE = List.of("noindex", "none");

    /** Directives of X-Robots-Tag that have a value after a colon; what else stands before one is a robot's name. */
    private static final List<String> WITH_VALUE =
            List.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

    /** @throws NotFetched when it is of a kind that is not read */
    static PageContent of(WebAnswer answer, WebSettings settings) {
        String type = answer.header("content-type").orElse("");
        String named = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        String mediaType = Optional.ofNullable(MEDIA_TYPES.get(named))
                .orElseThrow(() -> new NotFetched("It is neither HTML, Markdown, plain text nor PDF."));
        byte[] bytes = mediaType.startsWith("text/") ? text(type, answer.body()) : answer.body();
        boolean wanted =
                answer.headers().apply("x-robots-tag").stream().noneMatch(tag -> forbids(tag, settings.userAgent()));
        if (!mediaType.equals(HTML)) {
            return new PageContent(mediaType, bytes, answer.at(), wanted);
        }
        Document page = Jsoup.parse(DocumentText.html(bytes), answer.at().toString());
        URI source = canonical(page).filter(settings::allows).orElse(answer.at());
        return new PageContent(mediaType, bytes, source, wanted && !forbids(page, settings.userAgent()));
    }

    /** In UTF-8, and with a mark that says so, where the server names an encoding: that counts more than what a page says. */
    private static byte[] text(String type, byte[] body) {
        Matcher named = CHARSET.matcher(type);
        if (!named.find()) {
            return body;
        }
        try {
            Charset charset = Charset.forName(named.group(1));
            String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            ByteArrayOutputStream marked = new ByteArrayOutputStream();
            marked.writeBytes(text.startsWith("\uFEFF") ? new byte[0] : UTF8_MARK);
            marked.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return marked.toByteArray();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new NotFetched("Its host names an encoding that is not known here.");
        } catch (CharacterCodingException other) {
            throw new NotFetched("It is not in the encoding that its host names.");
        }
    }

    private static Optional<URI> canonical(Document page) {
        return Optional.ofNullable(page.selectFirst("head > link[rel=canonical]"))
                .map(link -> link.absUrl("href"))
                .flatMap(WebAddress::of);
    }

    private static boolean forbids(Document page, String userAgent) {
        return page.select("meta[name][content]").stream()
                .filter(meta -> isFor(meta, "robots") || isFor(meta, userAgent))
                .anyMatch(meta -> forbids(meta.attr("content")));
    }

    private static boolean isFor(Element meta, String robot) {
        return meta.attr("name").strip().equalsIgnoreCase(robot);
    }

    private static boolean forbids(String tag, String userAgent) {
        int colon = tag.indexOf(':');
        String before = colon < 0 ? "" : tag.substring(0, colon).strip();
        boolean robot = colon >= 0 && !before.contains(",") && !WITH_VALUE.contains(before.toLowerCase(Locale.ROOT));
        if (robot && !before.equalsIgnoreCase(userAgent)) {
            return false;
        }
        return forbids(robot ? tag.substring(colon + 1) : tag);
    }

    private static boolean forbids(String directives) {
        return Arrays.stream(directives.split(","))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .anyMatch(NOT_INDEXABLE::contains);
    }
}
