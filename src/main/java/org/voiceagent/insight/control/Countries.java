package org.voiceagent.insight.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.configuration.Settings;
import org.voiceagent.insight.store.CountryFile;

/**
 * Countries of addresses by a file of the operator's, where there is one. It stays in memory; one that takes its place is read
 * within minutes, and while that one cannot be read, the last one that could is what counts.
 */
@ApplicationScoped
public class Countries {

    private static final Logger LOG = Logger.getLogger(Countries.class.getName());
    private static final String KEY = "voice.log.country-file";
    private static final Duration LOOK = Duration.ofMinutes(5);

    @Inject
    private Config config;

    private final Rounds rounds = new Rounds("voice-agent-countries", Set.of());
    private volatile Optional<CountryFile> file = Optional.empty();
    private CountryFile.Print seen;

    /** @throws ConfigurationError when the file cannot be read, or is none of countries */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        new Settings(config).optionalText(KEY).map(Path::of).ifPresent(this::open);
    }

    void open(Path path) {
        try {
            read(path);
        } catch (IOException | RuntimeException wrong) {
            throw new ConfigurationError(
                    KEY, "must be a file of countries in MaxMind's format, as GeoLite2-Country.mmdb");
        }
        rounds.every(LOOK, () -> lookAgain(path));
    }

    /** Reads the file anew where it is another one than the last that was looked at. */
    void lookAgain(Path path) {
        try {
            if (!CountryFile.Print.of(path).equals(seen)) {
                read(path);
            }
        } catch (IOException | RuntimeException wrong) {
            LOG.log(Level.WARNING, KEY + ": the new file cannot be read, the last one still counts", wrong);
        }
    }

    private void read(Path path) throws IOException {
        // noted before it is read: a file that is changed meanwhile is another one
        seen = CountryFile.Print.of(path);
        CountryFile read = CountryFile.read(path);
        file = Optional.of(read);
        LOG.info(() -> "countries of addresses by a file of " + read.built());
    }

    /** In two capital letters; empty where nobody knows. The address is not kept. */
    public Optional<String> of(InetAddress address) {
        try {
            CountryFile known = file.orElse(null);
            return known == null ? Optional.empty() : known.country(address);
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.FINE, "a broken entry of " + KEY, broken);
            return Optional.empty();
        }
    }

    @PreDestroy
    void stop() {
        rounds.stop();
    }
}
