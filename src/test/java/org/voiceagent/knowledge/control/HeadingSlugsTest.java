package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HeadingSlugsTest {

    @Test
    void words_are_joined_by_single_hyphens() {
        assertEquals("monday-to-friday", HeadingSlugs.of("Monday to Friday"));
        assertEquals("wren-children-s-bike", HeadingSlugs.of("  Wren: children's bike! "));
    }

    @Test
    void a_heading_without_letters_still_has_an_anchor() {
        assertEquals("section", HeadingSlugs.of("???"));
    }

    @Test
    void a_heading_that_comes_twice_gets_two_anchors() {
        HeadingSlugs slugs = new HeadingSlugs();
        assertEquals("dogs", slugs.next("Dogs"));
        assertEquals("dogs-2", slugs.next("Dogs"));
    }
}
