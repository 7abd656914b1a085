package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapTest {

    private static final int MOST = 100_000;
    private static final String LIST = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            + " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">"
            + "<url><loc> https://shop.example/a?b=1&amp;c=2 </loc><lastmod>2030-01-01</lastmod>"
            + "<image:image><image:loc>https://shop.example/a.png</image:loc></image:image></url>"
            + "<url><loc><![CDATA[https://shop.example/b]]></loc></url></urlset>";

    private static Sitemap read(String text) {
        return Sitemap.of(text.getBytes(StandardCharsets.UTF_8), MOST);
    }

    private static String refusal(byte[] bytes) {
        return assertThrows(NotFetched.class, () -> Sitemap.of(bytes, MOST)).getMessage();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void lists_pages_and_not_their_pictures() {
        Sitemap sitemap = read(LIST);
        assertFalse(sitemap.index());
        assertEquals(List.of("https://shop.example/a?b=1&c=2", "https://shop.example/b"), sitemap.links());
    }

    @Test
    void an_index_lists_sitemaps() {
        Sitemap index = read("<sitemapindex><sitemap><loc>/one.xml</loc></sitemap></sitemapindex>");
        assertTrue(index.index());
        assertEquals(List.of("/one.xml"), index.links());
    }

    @Test
    void may_be_packed_in_another_encoding_or_lines() throws IOException {
        assertEquals(
                2,
                Sitemap.of(packed(LIST.getBytes(StandardCharsets.UTF_8)), MOST)
                        .links()
                        .size());
        String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><urlset><url><loc>/ä</loc></url></urlset>";
        assertEquals(
                List.of("/ä"),
                Sitemap.of(latin.getBytes(Charset.forName("ISO-8859-1")), MOST).links());
        assertEquals(
                List.of("https://a.example/", "https://a.example/b"),
                read("\uFEFFhttps://a.example/\r\nhttps://a.example/b\n").links());
    }

    @Test
    void what_unpacks_to_more_than_is_taken_is_refused() throws IOException {
        byte[] bomb = packed(new byte[10 * MOST]);
        assertTrue(bomb.length < MOST, "it looks small");
        assertEquals("It is larger than 100000 bytes when it is unpacked.", refusal(bomb));
    }

    @Test
    void a_document_type_is_refused_whatever_it_declares() {
        String bomb = "<!DOCTYPE urlset [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><urlset><url><loc>&c;</loc></url></urlset>";
        String outside =
                "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>&x;</loc></url></urlset>";
        String elsewhere =
                "<!DOCTYPE urlset SYSTEM \"http://127.0.0.1:9/a.dtd\"><urlset><url><loc>/a</loc></url></urlset>";
        for (String text : List.of(bomb, outside, elsewhere)) {
            assertEquals(
                    "It has a document type, which no sitemap needs.", refusal(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<urlset><url><loc>/a</loc>",
                "<urlset><url><loc>&undeclared;</loc></url></urlset>",
                "<html><body>Not found</body></html>",
                "<p>one<p>two",
                "Not found",
                "<urlset><url><loc>a<b/></loc></url></urlset>"
            })
    void what_is_none_is_told(String text) {
        assertTrue(refusal(text.getBytes(StandardCharsets.UTF_8)).startsWith("It is no sitemap"));
    }

    @Test
    void one_that_is_broken_off_while_packed_is_told() throws IOException {
        byte[] whole = packed(LIST.getBytes(StandardCharsets.UTF_8));
        assertEquals("It cannot be unpacked.", refusal(java.util.Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void may_be_nested_as_deeply_as_it_likes() {
        String deep = "<x>".repeat(20_000) + "</x>".repeat(20_000);
        assertTrue(assertThrows(NotFetched.class, () -> Sitemap.of(deep.getBytes(StandardCharsets.UTF_8), 1 << 20))
                .getMessage()
                .startsWith("It is no sitemap"));
    }
}
