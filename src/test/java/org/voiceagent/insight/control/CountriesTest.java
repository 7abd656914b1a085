package org.voiceagent.insight.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.insight.store.MaxMindFile;

class CountriesTest {

    private final Countries countries = new Countries();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() {
        file = new MaxMindFile("GeoLite2-Country")
                .with("81.2.69.0/24", "GB")
                .with("89.160.20.0/25", "SE")
                .with("89.160.20.128/25", "DE")
                .with("2a02:ff0::/32", "FR")
                .with("2001:db8:1:2::/64", "not a code")
                .writeTo(folder.resolve("countries.mmdb"));
    }

    @AfterEach
    void stop() {
        countries.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "81.2.69.160, GB",
        "::ffff:81.2.69.160, GB",
        "89.160.20.1, SE",
        "89.160.20.200, DE",
        "2a02:ff0:1234:5678::1, FR",
        "81.2.70.1, none",
        "2a02:ff1::1, none",
        "2001:db8:1:2::, none",
        "127.0.0.1, none",
        "10.1.2.3, none",
        "192.168.1.1, none",
        "::1, none",
        "fe80::1, none",
        "0.0.0.0, none"
    })
    void knows_the_country_of_an_address_or_none(String address, String country) {
        countries.open(file);
        assertEquals(country, of(address).orElse("none"));
    }

    @Test
    void without_a_file_knows_none() {
        assertTrue(of("81.2.69.160").isEmpty());
    }

    @Test
    void a_replaced_file_is_read_and_a_broken_one_changes_nothing() throws IOException {
        countries.open(file);
        countries.lookAgain(file);
        assertEquals(Optional.of("GB"), of("81.2.69.160"));
        new MaxMindFile("GeoLite2-Country").with("81.2.69.0/24", "IE").writeTo(file);
        countries.lookAgain(file);
        assertEquals(Optional.of("IE"), of("81.2.69.160"));
        Files.writeString(file, "half a file");
        countries.lookAgain(file);
        Files.delete(file);
        countries.lookAgain(file);
        assertEquals(Optional.of("IE"), of("81.2.69.160"));
        assertTrue(of("89.160.20.1").isEmpty(), "what only the first one knew");
    }

    @Test
    void a_file_of_the_same_size_is_another_one_by_its_time() throws IOException {
        countries.open(file);
        FileTime time = Files.getLastModifiedTime(file);
        byte[] other = Files.readAllBytes(file);
        String swapped = new String(other, StandardCharsets.ISO_8859_1).replace("BGB", "BFI");
        Files.write(file, swapped.getBytes(StandardCharsets.ISO_8859_1));
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 1000));
        countries.lookAgain(file);
        assertEquals(Optional.of("FI"), of("81.2.69.160"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "text", "cut", "asn", "folder"})
    void a_wrong_file_stops_the_start(String kind) throws IOException {
        Path wrong = folder.resolve(kind);
        switch (kind) {
            case "empty" -> Files.createFile(wrong);
            case "text" -> Files.writeString(wrong, "81.2.69.0/24 GB\n");
            case "cut" -> Files.write(wrong, Arrays.copyOf(Files.readAllBytes(file), 200));
            case "asn" ->
                new MaxMindFile("GeoLite2-ASN").with("81.2.69.0/24", "GB").writeTo(wrong);
            case "folder" -> Files.createDirectory(wrong);
            default -> assertTrue(Files.notExists(wrong));
        }
        ConfigurationError error = assertThrows(ConfigurationError.class, () -> countries.open(wrong));
        assertTrue(error.getMessage().startsWith("Configuration key voice.log.country-file:"), error.getMessage());
    }

    private Optional<String> of(String address) {
        try {
            return countries.of(InetAddress.getByName(address));
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
