package org.voiceagent.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/** The origin of our own pages, {@code voice.public-url}: never the Host header, which the caller chooses. */
@ApplicationScoped
public class OwnOrigin {

    @Inject
    private Config config;

    private String origin;

    @PostConstruct
    void read() {
        origin = Origins.own(new Settings(config));
    }

    /** A URL of our own. @param path below the origin, that of the application included */
    public URI at(String path) {
        return URI.create(origin + path);
    }

    /** Whether it comes from one of our own pages, or tells no origin, as a browser does for what it only reads. */
    public boolean admits(HttpServletRequest request) {
        String from = request.getHeader("Origin");
        return from == null || from.equals(origin);
    }
}
