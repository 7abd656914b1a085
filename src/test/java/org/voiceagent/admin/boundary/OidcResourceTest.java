package org.voiceagent.admin.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"cost", "conversations/", "analytics/from=2030-05-06&engine=a.b+c", "audit/%C3%a4_1"})
    void our_own_pages_can_stand_in_the_way_back(String page) {
        assertEquals(page, OidcResource.ours(page));
        assertEquals(page, URI.create("https://shop.example/admin/#" + page).getRawFragment());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cost/%zz", "cost/%", "cost/%4", "cost%41", "cost/%%41", "Cost", "//evil.example", "cost/\r\nX:y"
            })
    void no_other_is_kept(String page) {
        assertEquals("", OidcResource.ours(page));
    }

    @Test
    void a_page_has_a_longest_name() {
        assertEquals("", OidcResource.ours("cost/" + "a".repeat(196)));
        assertEquals("cost/" + "a".repeat(195), OidcResource.ours("cost/" + "a".repeat(195)));
    }
}
