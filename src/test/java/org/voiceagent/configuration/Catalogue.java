package org.voiceagent.configuration;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The catalogue with some keys changed, as a deployment would. */
public final class Catalogue {

    private static final int OVER_THE_CATALOGUE = 500;

    private Catalogue() {}

    public static Settings with(Map<String, String> changes) {
        try {
            return new Settings(new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(
                                    Catalogue.class.getResource("/META-INF/microprofile-config.properties")),
                            new PropertiesConfigSource(changes, "changes", OVER_THE_CATALOGUE))
                    .build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
