package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.knowledge.entity.Passage;

class MarkdownDocumentTest {

    private static List<Passage> passages(String markdown) {
        return read(markdown).passages();
    }

    private static DocumentContents read(String markdown) {
        return MarkdownDocument.read("opening-hours", markdown, "help/", 10);
    }

    @Test
    void each_heading_is_a_passage_with_its_own_address() {
        List<Passage> passages = passages("# Opening hours\n\nSix days.\n\n## On Saturday\n\nFrom ten to four.\n");
        assertEquals(
                List.of(
                        new Passage("opening-hours", "Opening hours", "help/opening-hours", "Six days."),
                        new Passage(
                                "opening-hours#on-saturday",
                                "Opening hours: On Saturday",
                                "help/opening-hours#on-saturday",
                                "From ten to four.")),
                passages);
    }

    @Test
    void lists_and_links_become_sentences_without_marks() {
        String markdown = "# A\n\nThere are *two*:\n\n- The [small](s.html) one\n- The `big` one.\n";
        assertEquals(
                "There are two. The small one. The big one.",
                passages(markdown).get(0).text());
    }

    @Test
    void a_line_that_is_only_a_link_is_not_said() {
        assertEquals(
                "Call us.",
                passages("# A\n\nCall us.\n\n- [Book](b.html)\n").get(0).text());
    }

    @Test
    void code_and_html_are_not_said() {
        String markdown = "# A\n\nSay <b>this</b>.\n\n<div>x</div>\n\n```\ncode\n```\n";
        assertEquals("Say this.", passages(markdown).get(0).text());
    }

    @Test
    void an_entry_without_a_title_is_named_after_its_file() {
        assertEquals("Opening hours", passages("Six days.").get(0).title());
    }

    @Test
    void front_matter_and_headings_without_text_are_no_passages() {
        assertEquals(
                1,
                passages("---\nlayout: x\n---\n# A\n\n## Empty\n\n## B\n\nText.\n")
                        .size());
        assertTrue(passages("# A\n").isEmpty());
    }

    @Test
    void the_same_heading_twice_makes_two_passages() {
        List<Passage> passages = passages("# A\n\n## B\n\nOne.\n\n## B\n\nTwo.\n");
        assertEquals("opening-hours#b-2", passages.get(1).id());
    }

    @Test
    void a_title_that_comes_late_ends_the_section_before() {
        List<Passage> passages = passages("## B\n\nOne.\n\n# A\n\nTwo.\n");
        assertEquals(
                List.of("One.", "Two."), passages.stream().map(Passage::text).toList());
        assertEquals("A: B", passages.get(0).title());
    }

    @Test
    void front_matter_gives_title_address_and_language() {
        DocumentContents contents = read(
                "---\ntitle: \"When we are open\"\nurl: https://shop.example/hours#top\nlang: en-GB\n---\n# Hours\n\n## B\n\nOne.\n");
        assertEquals("When we are open", contents.title());
        assertEquals(Optional.of("en-GB"), contents.language());
        Passage passage = contents.passages().get(0);
        assertEquals("https://shop.example/hours#b", passage.url());
        assertEquals("When we are open: B", passage.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example/", "https:///", "a b"})
    void an_address_that_leads_elsewhere_is_refused(String url) {
        assertThrows(DocumentRefused.class, () -> read("---\nurl: " + url + "\n---\nOne.\n"));
    }

    @Test
    void what_is_too_long_to_be_said_is_several_passages_of_one_address() {
        List<Passage> passages = passages("# A\n\n## B\n\n" + "One is enough. ".repeat(300));
        assertEquals(
                List.of("opening-hours#b", "opening-hours#b~2", "opening-hours#b~3"),
                passages.stream().map(Passage::id).toList());
        assertEquals(
                Set.of("help/opening-hours#b"),
                passages.stream().map(Passage::url).collect(Collectors.toSet()));
        assertTrue(passages.stream().allMatch(passage -> passage.text().endsWith("enough.")));
    }

    @Test
    void too_many_headings_are_refused() {
        String markdown =
                IntStream.range(0, 11).mapToObj(number -> "## B\n\nOne.\n\n").collect(Collectors.joining());
        assertThrows(DocumentRefused.class, () -> read(markdown));
    }
}
