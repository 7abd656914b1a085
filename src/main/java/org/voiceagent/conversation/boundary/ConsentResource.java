package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.voiceagent.conversation.control.SessionProblem;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.Consent;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.VisitorRecord;
import org.voiceagent.web.JsonBody;

/** What the visitor agrees to, and how they were told that an AI answers. */
@Path("sessions/current/consent")
@ApplicationScoped
public class ConsentResource {

    @Inject
    private ConversationMemory memory;

    @Inject
    private VisitorRecord record;

    @Inject
    private InstantSource clock;

    @Context
    private HttpHeaders headers;

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public void agree(byte[] body) {
        Consent consent = ConsentBody.read(JsonBody.of(body), clock.instant());
        if (!record.add(VisitorSession.identify(Credential.of(headers)), consent)) {
            throw SessionProblem.unknownTo(memory);
        }
    }
}
