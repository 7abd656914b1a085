package org.voiceagent.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import com.hazelcast.config.YamlConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/** The member's network, join and timings: from the YAML file, its placeholders and lists from {@code voice.cluster.*}. */
final class MemberConfiguration {

    private static final String FILE_KEY = "voice.cluster.config";
    private static final String NAME_KEY = "voice.cluster.name";
    private static final String DEFAULT_NAME = "voice-agent";
    private static final String BUNDLED = "/hazelcast.yaml";
    private static final String[] PLACEHOLDERS = {NAME_KEY, "voice.cluster.interface", "voice.cluster.port"};

    private MemberConfiguration() {}

    static Config from(Settings settings) {
        requireOwnName(settings);
        Properties placeholders = new Properties();
        for (String key : PLACEHOLDERS) {
            placeholders.setProperty(key, settings.text(key));
        }
        try (InputStream yaml = open(settings.optionalText(FILE_KEY))) {
            Config config =
                    new YamlConfigBuilder(yaml).setProperties(placeholders).build();
            config.setClassLoader(MemberConfiguration.class.getClassLoader());
            join(config.getAdvancedNetworkConfig().getJoin(), settings);
            console(config, settings);
            return config;
        } catch (IOException unreadable) {
            throw new ConfigurationError(FILE_KEY, "names a file that cannot be read");
        }
    }

    /** Members of any stranger on the network who kept the default would be taken for our own. */
    private static void requireOwnName(Settings settings) {
        if (settings.production() && settings.text(NAME_KEY).equals(DEFAULT_NAME)) {
            throw new ConfigurationError(NAME_KEY, "is still the default; in production give the cluster its own name");
        }
    }

    /** Without an address list and a Kubernetes service the member stays alone, unless the file says otherwise. */
    private static void join(JoinConfig join, Settings settings) {
        List<String> members = settings.list("voice.cluster.members");
        if (!members.isEmpty()) {
            join.getTcpIpConfig().setEnabled(true).setMembers(members);
        }
        settings.optionalText("voice.cluster.kubernetes-service")
                .ifPresent(
                        service -> join.getKubernetesConfig().setEnabled(true).setProperty("service-dns", service));
    }

    /** The door for Hazelcast's console and Management Center: whoever comes through it can read every map. */
    private static void console(Config config, Settings settings) {
        if (settings.flag("voice.cluster.console.enabled")) {
            ServerSocketEndpointConfig endpoint = new ServerSocketEndpointConfig();
            endpoint.setPort(settings.number("voice.cluster.console.port", 1)).setPortAutoIncrement(false);
            endpoint.getInterfaces().setEnabled(true).addInterface(settings.text("voice.cluster.console.interface"));
            config.getAdvancedNetworkConfig().setClientEndpointConfig(endpoint);
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
