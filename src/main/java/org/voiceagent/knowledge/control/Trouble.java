package org.voiceagent.knowledge.control;

import java.util.Optional;

/** Something that keeps the knowledge from being what it should be: one line of the log for each. */
final class Trouble {

    private static final System.Logger LOG = System.getLogger(Trouble.class.getName());

    private volatile Optional<String> current = Optional.empty();

    void begins(String what) {
        if (current.filter(what::equals).isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "{0}; what was known before stays", what);
        }
        current = Optional.of(what);
    }

    void ends() {
        current = Optional.empty();
    }

    Optional<String> current() {
        return current;
    }
}
