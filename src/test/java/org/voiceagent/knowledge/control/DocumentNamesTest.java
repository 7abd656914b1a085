package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Opening Hours.md, text/markdown",
        "FAQ.HTM, text/html",
        "<img src=x onerror=alert(1)>.pdf, application/pdf"
    })
    void the_end_of_a_name_says_what_the_document_is(String name, String mediaType) {
        assertEquals(Optional.of(mediaType), DocumentNames.mediaType(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.exe",
                "md",
                ".md",
                "../a.md",
                "/etc/a.md",
                "c:\\a.md",
                "a\n.md",
                "a\0.md",
                " a.md",
                "readme.md"
            })
    void what_is_no_file_s_name_is_refused(String name) {
        assertEquals(Optional.empty(), DocumentNames.mediaType(name));
    }

    @Test
    void a_name_that_no_file_system_takes_is_refused() {
        assertEquals(Optional.empty(), DocumentNames.mediaType("x".repeat(200) + ".md"));
    }
}
