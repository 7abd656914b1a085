package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.admin.store.SignIns;
import org.voiceagent.cluster.Legible;
import org.voiceagent.limits.control.Attempts;
import org.voiceagent.limits.control.TooMany;

/** Lets admins in and out; what happens here is told in the log. */
@ApplicationScoped
public class SignInDesk {

    private static final Logger LOG = Logger.getLogger(SignInDesk.class.getName());
    private static final int LONGEST_NAME = 40;

    @Inject
    private Accounts accounts;

    @Inject
    private SignIns signIns;

    @Inject
    private Attempts attempts;

    /**
     * @return the token of the sign-in; empty when the password is wrong
     * @throws TooMany 429 after five wrong ones from the address
     */
    public Optional<String> signIn(String address, String user, String password) {
        AtomicReference<Role> role = new AtomicReference<>();
        boolean right = attempts.attempt("sign-in", address, () -> {
            accounts.roleOf(user, password).ifPresent(role::set);
            return role.get() != null;
        });
        LOG.log(Level.INFO, "admin {0} user={1} address={2}", new Object[] {
            right ? "signed in" : "sign-in refused", shortened(user), address
        });
        return right ? Optional.of(signIns.open(user, role.get())) : Optional.empty();
    }

    public void signOut(String token) {
        signIns.end(token);
    }

    private static String shortened(String user) {
        String line = Legible.line(user);
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    }
}
