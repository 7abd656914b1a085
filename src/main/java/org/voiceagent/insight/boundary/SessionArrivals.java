package org.voiceagent.insight.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.SessionBegun;
import org.voiceagent.insight.control.Countries;
import org.voiceagent.insight.control.Logbook;
import org.voiceagent.insight.entity.Device;
import org.voiceagent.insight.entity.LogRow;
import org.voiceagent.web.ClientAddress;

/** What the call that mints a session says of its visitor: a country and a kind of device. Never its address. */
@ApplicationScoped
public class SessionArrivals {

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    @Inject
    private HttpServletRequest request;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Config config;

    @Inject
    private Countries countries;

    @Inject
    private Logbook log;

    void begun(@Observes SessionBegun event) {
        Device device =
                Device.of(Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        log.add(new LogRow.Begun(event, told().or(this::found), device));
    }

    /** A visitor could write the header too, so it counts only where one of our proxies stands in front. */
    private Optional<String> told() {
        return new Settings(config)
                .optionalText("voice.log.country-header")
                .filter(header -> addresses.vouchedFor(request))
                .map(request::getHeader)
                .filter(value -> COUNTRY.matcher(value).matches())
                .map(value -> value.toUpperCase(Locale.ROOT));
    }

    private Optional<String> found() {
        return addresses.numeric(request).flatMap(countries::of);
    }
}
