package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.admin.store.SignIns;
import org.voiceagent.limits.control.Attempts;

/**
 * Lets admins in and out. What happens here is written down, but waits for no database: who could not sign in while it is dead
 * could not switch the agent off either.
 */
@ApplicationScoped
public class SignInDesk {

    @Inject
    private Accounts accounts;

    @Inject
    private SignIns signIns;

    @Inject
    private Attempts attempts;

    @Inject
    private Audit audit;

    @Inject
    private InstantSource clock;

    /**
     * @param actor as the call names them
     * @return the token of the sign-in; empty when the password is wrong
     * @throws org.voiceagent.limits.control.TooMany 429 after five wrong ones from the address
     */
    public Optional<String> signIn(Actor actor, String password) {
        AtomicReference<Role> role = new AtomicReference<>();
        boolean right = attempts.attempt("sign-in", actor.address(), () -> {
            accounts.roleOf(actor.user(), password).ifPresent(role::set);
            return role.get() != null;
        });
        Actor named = accounts.knows(actor.user()) ? actor : Actor.unknown(actor.address());
        note(named, Act.SIGN_IN, right ? ActOutcome.DONE : ActOutcome.REFUSED);
        return right ? Optional.of(signIns.open(actor.user(), role.get())) : Optional.empty();
    }

    public void signOut(Actor actor, String token) {
        signIns.end(token);
        note(actor, Act.SIGN_OUT, ActOutcome.DONE);
    }

    private void note(Actor actor, Act act, ActOutcome outcome) {
        audit.note(AuditRow.begun(clock.instant(), actor, act, "", "").ended(outcome, ""));
    }
}
