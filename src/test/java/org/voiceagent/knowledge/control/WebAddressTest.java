package org.voiceagent.knowledge.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Shop.Example, https://shop.example/",
        "https://shop.example:443/a#b, https://shop.example/a",
        "http://shop.example:80/a?b=c%20d, http://shop.example/a?b=c%20d",
        "https://shop.example/größe?ü, https://shop.example/gr%C3%B6%C3%9Fe?%C3%BC",
        "http://shop.example:443/, http://shop.example:443/",
        "' https://shop.example:8443/ ', https://shop.example:8443/",
        "'http://[::1]:8080/a', 'http://[::1]:8080/a'"
    })
    void has_one_spelling(String text, String same) {
        assertEquals(Optional.of(URI.create(same)), WebAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "shop.example",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "jar:http://shop.example!/",
                "https://user:secret@shop.example/",
                "https://user@shop.example/",
                "https:///a",
                "https://0x7f.1/",
                "https://shop example/",
                "javascript:alert(1)"
            })
    void is_of_the_web_and_holds_no_password(String text) {
        assertEquals(Optional.empty(), WebAddress.of(text));
    }

    @Test
    void a_link_is_read_from_its_page() {
        URI page = URI.create("https://shop.example/a/b?c");
        assertEquals(Optional.of(URI.create("https://shop.example/a/d")), WebAddress.of(page, "d#e"));
        assertEquals(Optional.of(URI.create("https://other.example/")), WebAddress.of(page, "//other.example"));
        assertEquals(Optional.empty(), WebAddress.of(page, "mailto:a@shop.example"));
        assertEquals(Optional.empty(), WebAddress.of(page, "http://[broken"));
        assertEquals(Optional.empty(), WebAddress.of(page, "/" + "a".repeat(2000)));
    }
}
