package org.voiceagent.admin.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.limits.store.Counters;
import org.voiceagent.web.Problem;

/**
 * How often strangers may do what costs something at the way to the identity provider, from one address, in all of the cluster, in a
 * quarter of an hour. Each deed is counted apart: strays and denials shut out nobody who then signs in rightly, and whatever shuts the
 * way to the provider leaves passwords open. Only a code or a token that cannot be trusted counts as a wrong password does.
 */
final class Strangers {

    private static final String SIGN_IN = "sign-in";
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** What may be done a few times only. */
    enum Deed {
        /** A place in the map of sign-ins that were begun, which has a bound. An office may share its address. */
        BEGIN("sign-in-begun", 50),
        /** Any page could send a browser here. */
        STRAY("stray-sign-in", 5),
        /** A row of the audit: the provider or the roles say no. */
        DENIED("denied-sign-in", 5),
        /** A call to the provider, and a warning. */
        UNUSABLE("unusable-sign-in", 5);

        private final String counter;
        private final int most;

        Deed(String counter, int most) {
            this.counter = counter;
            this.most = most;
        }
    }

    /** As {@link org.voiceagent.limits.control.Attempts} has it. */
    interface Tries {

        /** @return whether it succeeded */
        boolean attempt(String what, String address, BooleanSupplier succeeds);
    }

    private final Tries tries;
    private final Counters counters;
    private final InstantSource clock;
    private final UnaryOperator<Problem> refused;

    /** @param refused is told of each refusal, and gives it back */
    Strangers(Tries tries, Counters counters, InstantSource clock, UnaryOperator<Problem> refused) {
        this.tries = tries;
        this.counters = counters;
        this.clock = clock;
        this.refused = refused;
    }

    /** @throws Problem 429 when it was done too often; then it is not to be done */
    void count(Deed deed, String address) {
        if (!counters.count(counter(deed, address), 1, deed.most, WINDOW)) {
            throw tooMany();
        }
    }

    /**
     * Asks the provider who it is, unless it was asked in vain too often. A silent provider counts against nobody.
     *
     * @throws SignInRefused 403, counted with the wrong passwords
     * @throws ProviderUnavailable 503
     * @throws Problem 429
     */
    <T> T judged(String address, Supplier<T> asked) {
        if (counters.used(counter(Deed.UNUSABLE, address)) >= Deed.UNUSABLE.most) {
            throw tooMany();
        }
        AtomicReference<T> told = new AtomicReference<>();
        AtomicReference<ProviderUnavailable> vain = new AtomicReference<>();
        AtomicReference<SignInRefused> wrong = new AtomicReference<>();
        tries.attempt(SIGN_IN, address, () -> {
            try {
                told.set(asked.get());
            } catch (ProviderUnavailable unavailable) {
                vain.set(unavailable);
            } catch (SignInRefused refusal) {
                wrong.set(refusal);
            }
            return wrong.get() == null;
        });
        if (wrong.get() != null) {
            throw wrong.get();
        }
        if (vain.get() != null) {
            throw counted(vain.get(), address);
        }
        return told.get();
    }

    private ProviderUnavailable counted(ProviderUnavailable vain, String address) {
        if (vain.answered()) {
            count(Deed.UNUSABLE, address);
        }
        return vain;
    }

    private String counter(Deed deed, String address) {
        return deed.counter + "/" + EntryName.of(List.of(address)) + "/" + window(clock.instant());
    }

    private static long window(Instant now) {
        return now.getEpochSecond() / WINDOW.toSeconds();
    }

    private Problem tooMany() {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond((window(now) + 1) * WINDOW.toSeconds());
        return refused.apply(new Problem(
                "too-many-attempts",
                429,
                "Too many requests",
                "That was tried too often from this address.",
                Optional.of(Duration.between(now, end))));
    }
}
