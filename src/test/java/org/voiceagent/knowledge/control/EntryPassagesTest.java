package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voiceagent.knowledge.entity.Passage;

class EntryPassagesTest {

    private static List<Passage> passages(String markdown) {
        return EntryPassages.of(new Entry("opening-hours", markdown), "help/");
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
}
