package org.voiceagent.insight.store;

import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A database file of countries by address, in MaxMind's format, all of it in memory: a look reads no file and asks nobody. */
public final class CountryFile {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    private final Reader reader;

    private CountryFile(Reader reader) {
        this.reader = reader;
    }

    /** @throws IOException when it cannot be read, is no such file, or knows no countries */
    public static CountryFile read(Path file) throws IOException {
        Reader reader = new Reader(file.toFile(), FileMode.MEMORY);
        String type = reader.getMetadata().databaseType().toLowerCase(Locale.ROOT);
        if (Stream.of("country", "city", "enterprise").noneMatch(type::contains)) {
            throw new InvalidDatabaseException("a database of something else: " + type);
        }
        return new CountryFile(reader);
    }

    /** When it was made. */
    public Instant built() {
        return reader.getMetadata().buildTime();
    }

    /**
     * The country in two capital letters (ISO 3166-1); empty where the file does not know the address, as one of a private network.
     *
     * @throws IOException when the file is broken at this place
     */
    public Optional<String> country(InetAddress address) throws IOException {
        return Optional.ofNullable(reader.get(address, Place.class))
                .flatMap(place -> Optional.ofNullable(place.country()))
                .flatMap(country -> Optional.ofNullable(country.code()))
                .filter(code -> CODE.matcher(code).matches());
    }

    /** What is seen of a file from outside: another print is another file. */
    public record Print(FileTime changed, long bytes) {

        public static Print of(Path file) throws IOException {
            return new Print(Files.getLastModifiedTime(file), Files.size(file));
        }
    }

    /** What is read of an entry; it has names in many languages as well. */
    public record Place(
            @MaxMindDbParameter(name = "country") Country country) {}

    /** A part of an entry. */
    public record Country(
            @MaxMindDbParameter(name = "iso_code") String code) {}
}
