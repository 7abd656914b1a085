package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionExported;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.VisitorRef;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.KnownVisitors;

/** What visitors choose: for their session, and beyond it where their site has told who they are. */
@ApplicationScoped
public class SessionChoices {

    private static final String STORE = "preferences";

    @Inject
    private ConversationMemory memory;

    @Inject
    private KnownVisitors visitors;

    /**
     * Begins a session.
     *
     * @param said what the visitor's side says of it; stands before what the visitor has chosen in an earlier session
     * @return what it begins with
     */
    public Preferences begin(SessionRef session, Preferences said, Optional<VisitorRef> visitor) {
        Optional<Preferences> before = visitor.flatMap(visitors::find);
        Preferences chosen = said.orElse(before.orElse(Preferences.NONE));
        memory.begin(session, chosen, visitor);
        visitor.ifPresent(known -> keep(known, chosen, before));
        return chosen;
    }

    private void keep(VisitorRef visitor, Preferences chosen, Optional<Preferences> before) {
        if (before.filter(chosen::equals).isPresent()) {
            visitors.renew(visitor);
        } else if (!chosen.equals(Preferences.NONE)) {
            visitors.keep(visitor, chosen);
        }
    }

    /** @return false when the session is unknown, expired or erased */
    public boolean change(SessionRef session, Preferences chosen) {
        if (!memory.change(session, chosen)) {
            return false;
        }
        Optional<VisitorRef> visitor = memory.visitor(session);
        visitor.ifPresent(known -> visitors.keep(known, chosen));
        boolean erasedMeanwhile = visitor.isPresent() && memory.visitor(session).isEmpty();
        if (erasedMeanwhile) {
            visitor.ifPresent(visitors::forget);
        }
        return !erasedMeanwhile;
    }

    /** @return of how many visitors something was erased */
    int forget(VisitorRef visitor) {
        return visitors.forget(visitor) ? 1 : 0;
    }

    void export(@Observes SessionExported wanted) {
        memory.visitor(wanted.session()).ifPresent(known -> wanted.parts().kept(STORE, part(known)));
    }

    private Map<String, Object> part(VisitorRef visitor) {
        Map<String, Object> choices = new HashMap<>();
        Preferences kept = visitors.find(visitor).orElse(Preferences.NONE);
        kept.language().ifPresent(language -> choices.put("language", language));
        kept.voice().ifPresent(voice -> choices.put("voice", voice));
        kept.speed().ifPresent(speed -> choices.put("speed", speed));
        kept.captions().ifPresent(captions -> choices.put("captions", captions));
        return Map.of("visitorRef", visitor.value(), "chosen", choices);
    }
}
