package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.entity.Passage;

class HtmlDocumentTest {

    private static DocumentContents read(String html) {
        return HtmlDocument.read("Bike FAQ.html", html, "help/", 10);
    }

    private static String said(String html) {
        return String.join(
                "|", read(html).passages().stream().map(Passage::text).toList());
    }

    @Test
    void each_heading_is_a_passage_whose_address_opens_it() {
        DocumentContents contents = read(
                "<html lang=de><title>T</title><body><h1>Bikes</h1><p>We sell <b>bikes</b>.</p>"
                        + "<h2 id='on sale'>Sale</h2><p>Ten&nbsp;pounds off</p>"
                        + "<section id=repair><h2>Repair</h2><p>In a day.</p></section>"
                        + "<h3><a name=old></a>Old</h3><p>We buy them.</p><h2>Plain</h2><p>No anchor.</p></body></html>");
        assertEquals("Bikes", contents.title());
        assertEquals(Optional.of("de"), contents.language());
        assertEquals(
                List.of(
                        new Passage("bike-faq-html", "Bikes", "help/Bike%20FAQ.html", "We sell bikes."),
                        new Passage(
                                "bike-faq-html#sale",
                                "Bikes: Sale",
                                "help/Bike%20FAQ.html#on%20sale",
                                "Ten pounds off."),
                        new Passage(
                                "bike-faq-html#repair", "Bikes: Repair", "help/Bike%20FAQ.html#repair", "In a day."),
                        new Passage("bike-faq-html#old", "Bikes: Old", "help/Bike%20FAQ.html#old", "We buy them."),
                        new Passage("bike-faq-html#plain", "Bikes: Plain", "help/Bike%20FAQ.html", "No anchor.")),
                contents.passages());
    }

    @Test
    void what_surrounds_the_text_or_is_not_shown_is_not_said() {
        assertEquals(
                "Said.",
                said("<body><header><p>Logo</p></header><nav><ul><li>Home now</ul></nav><h1>A</h1><p>Said."
                        + "<p hidden>no<p style='color:red; display : none'>no<div aria-hidden=true>no</div>"
                        + "<script>no()</script><style>no</style><noscript>no</noscript><template>no</template>"
                        + "<form>no<input></form><aside>no</aside><pre>no();</pre><!-- no -->"
                        + "<footer>Imprint</footer></body>"));
    }

    @Test
    void a_real_page_without_a_main_part_says_what_it_is_about() {
        assertEquals(
                "We are open from ten. Cookies are baked on Fridays.|Closed on Sundays.",
                said(
                        "<body><a class=skip-link href=#c>Skip to content</a><div id=page><header><p>The Shop, since 1901</p>"
                                + "<nav><a href=/>Home</a></nav></header>"
                                + "<div id=cookie-banner-7><p>We value your privacy.</p><button>Accept</button></div>"
                                + "<div role=dialog aria-modal=true><p>Subscribe to our newsletter!</p></div>"
                                + "<div id=c><h1>Hours</h1><p>We are open from ten.</p><p id=cookies>Cookies are baked on Fridays.</p>"
                                + "<div><header><h2 id=sun>Sunday</h2></header><p>Closed on Sundays.</p></div></div>"
                                + "<footer><p>Imprint</p></footer></div>"
                                + "<div id=onetrust-consent-sdk><p>Cookies, again.</p></div></body>"));
    }

    @Test
    void a_heading_in_a_header_of_the_text_opens_its_passage() {
        List<Passage> passages =
                read("<body><main><header><nav>Home</nav><h1>A</h1></header><p>One.</p><article><header><h2 id=sun>Sunday</h2></header><p>Closed.</p>"
                                + "</article></main></body>")
                        .passages();
        assertEquals("A: Sunday", passages.get(1).title());
        assertEquals("help/Bike%20FAQ.html#sun", passages.get(1).url());
    }

    @Test
    void only_the_main_part_is_said() {
        assertEquals("Said.", said("<body><div>Cookies?</div><main><p>Said.</main><div>Chat now!</div></body>"));
        assertEquals("Said.", said("<body><div>Cookies?</div><article><p>Said.</article></body>"));
    }

    @Test
    void lists_and_rows_become_sentences_and_lines_of_links_do_not() {
        assertEquals(
                "Two things. Saturday, ten to four. Home delivery.",
                said("<p>Two things:<table><tr><th>Saturday</th><td>ten to four</td></tr></table>"
                        + "<ul><li><a href=a>Read on</a></li><li>Home <a href=b>delivery</a></li></ul>"));
    }

    @Test
    void hostile_html_is_plain_text() {
        DocumentContents contents = read("<link rel=canonical href='javascript:alert(1)'><h1 onclick=x()>A</h1>"
                + "<p><a href='javascript:alert(1)'>Click</a> <img src=x onerror=alert(1)> &lt;script&gt;alert(2)</p>");
        assertEquals("Click <script>alert(2).", contents.passages().get(0).text());
        assertEquals("help/Bike%20FAQ.html", contents.passages().get(0).url());
    }

    @Test
    void a_page_that_says_its_address_is_found_there() {
        assertEquals(
                "https://shop.example/faq",
                read("<head><link rel=canonical href='https://shop.example/faq'></head><h1>A</h1><p>One.")
                        .passages()
                        .get(0)
                        .url());
    }

    @Test
    void however_deeply_it_is_nested() {
        String said = said("<div>".repeat(100_000) + "<p>Deep.</p>" + "</div>".repeat(100_000));
        assertTrue(said.contains("Deep."), said);
        assertFalse(said.contains("<"));
    }
}
