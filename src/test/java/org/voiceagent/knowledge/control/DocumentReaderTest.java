package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {

    private static final int BYTES = 1 << 20;
    private static final byte[] GOOD = utf8("# Good\n\nWell said.\n");

    private final DocumentReader reader = new DocumentReader(DemoKnowledge.LIMITS, "help/", "en");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static DocumentFile file(String name, byte[] bytes) {
        return new DocumentFile(name, bytes.length, "", () -> new ByteArrayInputStream(bytes));
    }

    private String refusal(DocumentFile file) {
        return assertThrows(DocumentRefused.class, () -> reader.read(file)).getMessage();
    }

    private String refusal(String name, byte[] bytes) {
        return refusal(file(name, bytes));
    }

    @Test
    void an_empty_one_is_refused() {
        assertEquals("is empty", refusal("a.md", new byte[0]));
        assertEquals("says nothing", refusal("a.md", utf8(" \n")));
        assertEquals("says nothing", refusal("a.html", utf8("<nav>Home</nav>")));
    }

    @Test
    void a_large_one_is_not_even_opened() {
        DocumentFile large = new DocumentFile("a.pdf", 100L << 20, "", () -> {
            throw new IOException("opened");
        });
        assertEquals("is larger than 1048576 bytes", refusal(large));
    }

    @Test
    void one_that_grows_is_read_no_further() {
        DocumentFile endless = new DocumentFile("a.md", 1, "", EndlessStream::new);
        assertEquals("is larger than 1048576 bytes", refusal(endless));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "a.md, # A, -, en",
                "a.de.md, # A, de, de",
                "a.DE.html, <html lang=en><h1>A</h1>, de, de",
                "a.html, <html lang=pt-BR><h1>A</h1>, pt-BR, pt",
                "a.html, <html lang=x-klingon><h1>A</h1>, x-klingon, en",
                "log.in.html, <h1>A</h1>, -, en",
                "about.us.html, <h1>A</h1>, -, en"
            })
    void its_name_tells_its_language_else_it_itself_does(String name, String head, String said, String known) {
        DocumentContents read = reader.read(file(name, utf8(head + (name.endsWith("md") ? "\n\nA." : "<p>A."))));
        assertEquals(Optional.ofNullable(said), read.language());
        assertEquals(known, read.passages().get(0).language());
    }

    @Test
    void one_that_cannot_be_opened_is_refused() {
        DocumentFile closed = new DocumentFile("a.md", 1, "", () -> {
            throw new AccessDeniedException("a.md");
        });
        assertEquals("cannot be read: AccessDeniedException", refusal(closed));
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, ISO-8859-1, is not UTF-8",
        "a.md, UTF-16LE, 'is not text, or UTF-16 without its mark'",
        "a.md, UTF-16, is UTF-16 and not UTF-8",
        "a.html, ISO-8859-1, is not UTF-8",
        "a.html, UTF-16BE, 'is not text, or UTF-16 without its mark'"
    })
    void a_wrong_encoding_is_refused(String name, String encoding, String why) {
        // in UTF-16 without a letter beyond ASCII it would be well-formed UTF-8
        String text = encoding.startsWith("UTF-16") ? "# Plain\n\nText." : "# Naïve\n\nText.";
        assertEquals(why, refusal(name, text.getBytes(Charset.forName(encoding))));
    }

    @Test
    void an_encoding_that_changes_within_is_refused() {
        byte[] mixed = utf8("# Naïve\n\n....");
        mixed[mixed.length - 1] = (byte) 0xEF;
        assertEquals("is not UTF-8", refusal("a.md", mixed));
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "ISO-8859-15", "Shift_JIS"})
    void html_may_name_its_encoding(String encoding) {
        String html =
                "<meta charset='" + encoding + "'><h1>A</h1><p>" + ("Shift_JIS".equals(encoding) ? "日本" : "naïve");
        assertEquals(
                "Shift_JIS".equals(encoding) ? "日本." : "naïve.",
                reader.read(file("a.html", html.getBytes(Charset.forName(encoding))))
                        .passages()
                        .get(0)
                        .text());
        assertEquals("names an encoding that is not known here", refusal("a.html", utf8("<meta charset=klingon><p>A")));
    }

    @Test
    void html_in_utf_16_with_its_mark_is_read() {
        byte[] html = "<h1>A</h1><p>naïve".getBytes(StandardCharsets.UTF_16);
        assertEquals(
                "naïve.", reader.read(file("a.html", html)).passages().get(0).text());
    }

    @Test
    void a_broken_pdf_is_refused() throws Exception {
        byte[] whole = new PdfFile().page(List.of("Well said.")).bytes();
        assertEquals("cannot be read: IOException", refusal("a.pdf", utf8("This is no PDF.")));
        byte[] half = Arrays.copyOf(whole, whole.length / 3);
        assertThrows(DocumentRefused.class, () -> reader.read(file("a.pdf", half)));
        assertEquals(
                "Well said.",
                reader.read(file("a.pdf", whole)).passages().get(0).text());
    }

    @Test
    void ten_thousand_headings_are_refused() {
        assertEquals("has more than 200 passages", refusal("a.md", utf8("# A\n\nOne.\n\n".repeat(10_000))));
        assertEquals("has more than 200 passages", refusal("a.html", utf8("<h2>A</h2><p>One.".repeat(10_000))));
    }

    @ParameterizedTest
    @CsvSource({"a.md, '> '", "a.md, '['", "a.md, '- '", "a.html, '<b>'", "a.html, '<table><tr><td>'"})
    void deep_nesting_is_never_fatal(String name, String opening) {
        byte[] bytes = utf8(opening.repeat(BYTES / opening.length() / 2) + "Deep.");
        String told = textOrRefusal(file(name, bytes));
        assertTrue(
                List.of("Deep.", "is nested too deeply", "has more than 200 passages")
                        .contains(told),
                told);
    }

    private String textOrRefusal(DocumentFile file) {
        try {
            String said = reader.read(file).passages().get(0).text();
            return said.substring(said.length() - "Deep.".length());
        } catch (DocumentRefused told) {
            return told.getMessage();
        }
    }

    @Test
    void one_that_takes_too_long_is_given_up_and_holds_up_no_other() {
        DocumentReader impatient =
                new DocumentReader(new DocumentLimits(BYTES, 10, Duration.ofMillis(50)), "help/", "en");
        CountDownLatch end = new CountDownLatch(1);
        DocumentFile slow = new DocumentFile("slow.md", 1, "", () -> stubborn(end));
        DocumentRefused refused = assertThrows(DocumentRefused.class, () -> impatient.read(slow));
        assertEquals("takes longer to read than PT0.05S", refused.getMessage());
        refused = assertThrows(DocumentRefused.class, () -> impatient.read(slow));
        assertEquals("still keeps the thread busy that was given up", refused.getMessage());
        assertEquals(1, reader.read(file("good.md", GOOD)).passages().size());
        end.countDown();
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        1, impatient.read(file("slow.md", GOOD)).passages().size()));
    }

    @Test
    void a_page_without_an_end_is_left_when_it_takes_too_long() throws Exception {
        byte[] endless = new PdfFile().tree(40).bytes();
        byte[] good = new PdfFile().page(List.of("Well said.")).bytes();
        DocumentReader impatient =
                new DocumentReader(new DocumentLimits(BYTES, 10, Duration.ofSeconds(1)), "help/", "en");
        DocumentRefused refused = assertThrows(DocumentRefused.class, () -> impatient.read(file("a.pdf", endless)));
        assertEquals("takes longer to read than PT1S", refused.getMessage());
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        1, impatient.read(file("a.pdf", good)).passages().size()));
    }

    @Test
    void a_changed_one_is_read_though_the_old_one_keeps_its_thread_and_none_is_while_four_are_kept() {
        DocumentReader impatient =
                new DocumentReader(new DocumentLimits(BYTES, 10, Duration.ofMillis(50)), "help/", "en");
        DocumentReader patient =
                new DocumentReader(new DocumentLimits(BYTES, 10, Duration.ofSeconds(20)), "help/", "en");
        CountDownLatch end = new CountDownLatch(1);
        for (int print = 0; print < 4; print++) {
            DocumentFile slow = new DocumentFile("a.md", 1, "print" + print, () -> stubborn(end));
            DocumentRefused refused = assertThrows(DocumentRefused.class, () -> impatient.read(slow));
            assertEquals("takes longer to read than PT0.05S", refused.getMessage());
            assertTrue(refused.passing());
        }
        DocumentRefused refused = assertThrows(DocumentRefused.class, () -> impatient.read(file("b.md", GOOD)));
        assertEquals("waits for 4 others that keep threads busy", refused.getMessage());
        assertTrue(refused.passing());
        assertEquals(1, patient.read(file("b.md", GOOD)).passages().size());
        end.countDown();
    }

    /** Does not care that it is interrupted. */
    private static InputStream stubborn(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return new ByteArrayInputStream(GOOD);
            } catch (InterruptedException ignored) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class EndlessStream extends InputStream {

        @Override
        public int read() {
            return 'a';
        }
    }
}
