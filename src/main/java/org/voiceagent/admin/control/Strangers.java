package org.voiceagent.admin.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.voiceagent.limits.control.Attempts;

/**
 * How often strangers may do what costs something at the way to the identity provider, from one address, in all of the cluster, in a
 * quarter of an hour. Each deed is counted apart: strays and denials shut out nobody who then signs in rightly, and whatever shuts the
 * way to the provider leaves passwords open. Only a code or a token that cannot be trusted counts as a wrong password does.
 */
@Singleton
class Strangers {

    private static final String SIGN_IN = "sign-in";

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

    private final Attempts attempts;

    @Inject
    Strangers(Attempts attempts) {
        this.attempts = attempts;
    }

    /** @throws org.voiceagent.limits.control.TooMany 429 when it was done too often; then it is not to be done */
    void count(Deed deed, String address) {
        attempts.count(deed.counter, address, deed.most);
    }

    /**
     * Asks the provider who it is, unless it was asked in vain too often. A silent provider counts against nobody.
     *
     * @throws SignInRefused 403, counted with the wrong passwords
     * @throws ProviderUnavailable 503
     * @throws org.voiceagent.limits.control.TooMany 429
     */
    <T> T judged(String address, Supplier<T> asked) {
        attempts.requireFewer(Deed.UNUSABLE.counter, address, Deed.UNUSABLE.most);
        AtomicReference<T> told = new AtomicReference<>();
        AtomicReference<ProviderUnavailable> vain = new AtomicReference<>();
        AtomicReference<SignInRefused> wrong = new AtomicReference<>();
        attempts.attempt(SIGN_IN, address, () -> {
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
}
