package org.voiceagent.admin.control;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.admin.entity.Identity;
import org.voiceagent.admin.entity.ProviderAnswer;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.admin.entity.SignInAttempt;
import org.voiceagent.admin.store.SignInAttempts;
import org.voiceagent.admin.store.SignIns;
import org.voiceagent.cluster.Legible;
import org.voiceagent.configuration.Settings;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.web.Problem;

/**
 * Lets in whom the identity provider knows and who has a role. As at {@link SignInDesk}, what happens is written down and waits for
 * no database.
 */
@ApplicationScoped
public class ProviderDesk {

    /** So that nobody who names themselves "admin" at the provider can pass for the built-in one. */
    private static final String FROM_PROVIDER = "oidc:";

    private static final int LONGEST_NAME = 50;
    /** Anybody may ask to sign in; a silent provider is not to hold the threads that visitors need. */
    private static final int MOST_AT_ONCE = 8;

    @Inject
    private Config config;

    @Inject
    private Outbound outbound;

    @Inject
    private SignInAttempts begun;

    @Inject
    private SignIns signIns;

    @Inject
    private Strangers strangers;

    @Inject
    private Audit audit;

    @Inject
    private InstantSource clock;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private volatile Optional<Desk> desk = Optional.empty();

    private record Desk(IdentityProvider provider, ProviderLine line, String label) {}

    /** @param browser goes into a cookie of the browser that is sent there */
    public record Departure(URI there, String browser) {}

    /** @param token of the sign-in, which the browser keeps */
    public record Arrival(String token, String page) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        desk = OidcSettings.from(new Settings(config)).map(settings -> {
            ProviderLine line = new ProviderLine(outbound);
            Discovery discovery = new Discovery(settings, line, clock);
            return new Desk(new IdentityProvider(settings, line, discovery), line, settings.label());
        });
    }

    /** What the provider is called, where there is one. */
    public Optional<String> label() {
        return desk.map(Desk::label);
    }

    Optional<ProviderLine.Reach> reach() {
        return desk.map(Desk::line).map(ProviderLine::reach);
    }

    /**
     * Begins a sign-in.
     *
     * @throws Problem 429 after fifty from the address, 503 when the provider does not answer
     */
    public Departure begin(Actor stranger, String page, URI back) {
        strangers.count(Strangers.Deed.BEGIN, stranger.address());
        SignInAttempt attempt = new SignInAttempt(new Nonce().getValue(), new CodeVerifier().getValue(), back, page);
        String state = new State().getValue();
        String browser = new State().getValue();
        URI there = asked(() -> provider().authorization(attempt, state));
        begun.open(state, browser, attempt);
        return new Departure(there, browser);
    }

    /**
     * Ends it, for who comes back.
     *
     * @param browser what its cookie holds
     * @throws Problem 400 or 403 when they are not let in, 429 after five failures of a kind from the address, 503 when the provider does
     *     not answer
     */
    public Arrival arrive(Actor stranger, ProviderAnswer answer, Optional<String> browser) {
        SignInAttempt attempt = browser.flatMap(secret -> begun.take(answer.state(), secret))
                .orElseThrow(() -> refused(Strangers.Deed.STRAY, stranger, SignInRefused.unknown()));
        answer.error().ifPresent(error -> {
            throw refused(Strangers.Deed.DENIED, stranger, SignInRefused.byProvider(error));
        });
        Identity who = proven(stranger, answer, attempt);
        Actor actor = new Actor(named(who), stranger.address());
        Role role = who.role().orElseThrow(() -> refused(Strangers.Deed.DENIED, actor, SignInRefused.withoutRole()));
        note(actor, ActOutcome.DONE, "subject " + who.subject() + ", " + role.word());
        return new Arrival(signIns.open(actor.user(), role), attempt.page());
    }

    /** Where to end the sign-in at the provider as well; empty where it has no place for that. */
    public Optional<URI> ending(URI back) {
        return asked(() -> provider().ending(back));
    }

    private Identity proven(Actor stranger, ProviderAnswer answer, SignInAttempt attempt) {
        try {
            return strangers.judged(
                    stranger.address(), () -> asked(() -> provider().redeem(answer, attempt)));
        } catch (SignInRefused wrong) {
            throw noted(stranger, wrong);
        }
    }

    private IdentityProvider provider() {
        return desk.orElseThrow(() -> new IllegalStateException("no identity provider"))
                .provider();
    }

    private <T> T asked(Supplier<T> question) {
        if (!free.tryAcquire()) {
            throw ProviderUnavailable.silent();
        }
        try {
            return question.get();
        } finally {
            free.release();
        }
    }

    private static String named(Identity who) {
        String name = Legible.line(who.name());
        return FROM_PROVIDER + name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** A row only as long as the address may still bring them about. */
    private SignInRefused refused(Strangers.Deed deed, Actor actor, SignInRefused why) {
        strangers.count(deed, actor.address());
        return noted(actor, why);
    }

    private SignInRefused noted(Actor actor, SignInRefused why) {
        note(actor, ActOutcome.REFUSED, why.reason());
        return why;
    }

    private void note(Actor actor, ActOutcome outcome, String detail) {
        audit.note(AuditRow.begun(clock.instant(), actor, Act.SIGN_IN, "", "").ended(outcome, detail));
    }
}
