package org.voiceagent.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class OutboundSettingsTest {

    @TempDir
    Path folder;

    @Test
    void the_default_is_straight_out() {
        assertEquals(OutboundSettings.DIRECT, OutboundSettings.from(Catalogue.with(Map.of())));
    }

    @Test
    void a_proxy_is_a_host_and_a_port_and_not_looked_up_at_the_start() {
        assertEquals(
                InetSocketAddress.createUnresolved("proxy.example", 3128),
                settings("voice.outbound.proxy", "proxy.example:3128").proxy().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.example", "http://proxy.example:3128", ":3128", "proxy.example:0", "proxy.example:x"})
    void a_wrong_proxy_stops_the_start(String value) {
        assertRefused("voice.outbound.proxy", value);
    }

    @Test
    void a_file_without_certificates_stops_the_start() throws IOException {
        assertRefused("voice.outbound.ca-file", folder.resolve("missing.pem").toString());
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        assertRefused("voice.outbound.ca-file", empty.toString());
        Path noise = Files.writeString(folder.resolve("noise.pem"), "-----BEGIN CERTIFICATE-----\nnoise\n");
        assertRefused("voice.outbound.ca-file", noise.toString());
    }

    private static void assertRefused(String key, String value) {
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> settings(key, value));
        assertTrue(error.getMessage().contains(key), error.getMessage());
        assertFalse(error.getMessage().contains(value), error.getMessage());
    }

    private static OutboundSettings settings(String key, String value) {
        return OutboundSettings.from(Catalogue.with(Map.of(key, value)));
    }
}
