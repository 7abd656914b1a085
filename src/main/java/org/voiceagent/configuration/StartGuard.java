package org.voiceagent.configuration;

import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands around every observer of the application's start. Where one fails, it says why in one line, lets the others
 * close what they have opened, and ends a Payara Micro, which would go on without its only application.
 */
public class StartGuard implements Extension {

    private static final Logger LOG = Logger.getLogger(StartGuard.class.getName());
    private static final String EXIT_KEY = "voice.start.exit-on-failure";
    private static final String OURS = "org.voiceagent.";

    <T, X> void guard(@Observes ProcessObserverMethod<T, X> found, BeanManager beans) {
        ObserverMethod<T> observer = found.getObserverMethod();
        if (observer.getObservedQualifiers().contains(Initialized.Literal.APPLICATION)
                && observer.getBeanClass().getName().startsWith(OURS)) {
            found.configureObserverMethod().notifyWith(start -> notify(observer, start, beans));
        }
    }

    private static <T> void notify(ObserverMethod<T> observer, EventContext<T> start, BeanManager beans) {
        try {
            observer.notify(start);
        } catch (RuntimeException | Error failure) {
            tell(failure);
            beans.getEvent().fire(new StartFailed(failure));
            if (mayEndTheProcess() && MicroServer.isHere()) {
                MicroServer.end();
            }
            throw failure;
        }
    }

    /** A wrong key needs no stack trace, only its name and the ways out. */
    private static void tell(Throwable failure) {
        Optional<Throwable> wrongKey = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(ConfigurationError.class::isInstance)
                .findFirst();
        if (wrongKey.isPresent()) {
            LOG.severe("Voice Agent does not start. " + wrongKey.get().getMessage());
        } else {
            LOG.log(Level.SEVERE, "Voice Agent does not start", failure);
        }
    }

    private static boolean mayEndTheProcess() {
        return ConfigProvider.getConfig()
                .getOptionalValue(EXIT_KEY, String.class)
                .map(Boolean::parseBoolean)
                .orElse(true);
    }
}
