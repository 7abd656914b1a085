package org.voiceagent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.configuration.ConfigurationError;

class OperationsDoorTest {

    private static List<Network> networks(String configured) {
        return OperationsDoor.networks(Catalogue.with(Map.of("voice.operations.networks", configured)));
    }

    @Test
    void is_open_to_all_where_nothing_is_configured() {
        assertEquals(List.of(), networks(""));
    }

    @Test
    void takes_addresses_and_networks() {
        assertEquals(2, networks("10.0.0.0/8, ::1").size());
    }

    @Test
    void a_name_stops_the_start() {
        assertThrows(ConfigurationError.class, () -> networks("prometheus.example.com"));
    }
}
