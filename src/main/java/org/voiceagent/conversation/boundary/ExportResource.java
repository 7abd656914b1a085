package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.voiceagent.conversation.control.SessionProblem;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.Export;
import org.voiceagent.conversation.entity.ExportParts;
import org.voiceagent.conversation.entity.SessionExported;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.VisitorRecord;
import org.voiceagent.limits.control.Allowances;

/** Everything kept about a session, for its visitor to take along. */
@Path("sessions/current/export")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExportResource {

    private static final String ATTACHMENT = "attachment; filename=\"conversation.json\"";

    @Inject
    private ConversationMemory memory;

    @Inject
    private VisitorRecord record;

    @Inject
    private Allowances allowances;

    @Inject
    private Event<SessionExported> elsewhere;

    @Inject
    private InstantSource clock;

    @Context
    private HttpHeaders headers;

    @GET
    public Response export() {
        SessionRef session = VisitorSession.identify(Credential.of(headers));
        Export export = record.export(session).orElseThrow(() -> SessionProblem.unknownTo(memory));
        ExportParts parts = new ExportParts();
        elsewhere.fire(new SessionExported(session, parts));
        return Response.ok(ExportShown.of(export, parts, allowances.usedBy(session.value()), clock.instant()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ATTACHMENT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
