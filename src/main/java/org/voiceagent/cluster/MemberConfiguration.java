package org.voiceagent.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.YamlConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** The member's network, join and timings, from the YAML file. */
final class MemberConfiguration {

    private static final String FILE_KEY = "voice.cluster.config";
    private static final String BUNDLED = "/hazelcast.yaml";

    private MemberConfiguration() {}

    static Config from(Settings settings) {
        Properties placeholders = new Properties();
        for (String key : new String[] {"voice.cluster.name", "voice.cluster.interface"}) {
            placeholders.setProperty(key, settings.text(key));
        }
        try (InputStream yaml = open(settings.optionalText(FILE_KEY))) {
            Config config =
                    new YamlConfigBuilder(yaml).setProperties(placeholders).build();
            config.setClassLoader(MemberConfiguration.class.getClassLoader());
            return config;
        } catch (IOException unreadable) {
            throw new ConfigurationError(FILE_KEY, "names a file that cannot be read");
        }
    }

    private static InputStream open(Optional<String> file) throws IOException {
        if (file.isPresent()) {
            return Files.newInputStream(Path.of(file.get()));
        }
        InputStream bundled = MemberConfiguration.class.getResourceAsStream(BUNDLED);
        if (bundled == null) {
            throw new NoSuchFileException(BUNDLED);
        }
        return bundled;
    }
}
