package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.conversation.control.SessionProblem;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.conversation.store.Erased;
import org.voiceagent.conversation.store.ToldTurns;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.JsonBody;

/** Sessions: mint one, see it, choose preferences, erase it. */
@Path("sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private ConversationMemory memory;

    @Inject
    private ToldTurns toldTurns;

    @Inject
    private VisitorSession visitor;

    @Inject
    private ConversationLimits limits;

    @Inject
    private Allowances allowances;

    @Inject
    private ClientAddress addresses;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @POST
    public Response mint(byte[] body) {
        Optional<String> language = PreferencesBody.language(JsonBody.of(body));
        allowances.forSession(addresses.of(request));
        SessionId id = SessionId.mint();
        memory.begin(
                SessionRef.of(id), new Preferences(language, Optional.empty(), Optional.empty(), Optional.empty()));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Minted(id.value().toString(), limits.ttl().toSeconds()))
                .build();
    }

    @GET
    @Path("current")
    public Response current() {
        visitor.open(Credential.of(headers));
        return Response.ok(CurrentSession.of(visitor.conversation()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("current")
    public Response erase() {
        SessionRef session = VisitorSession.identify(Credential.of(headers));
        Erased receipt = memory.erase(session);
        toldTurns.forget(session);
        if (receipt.outOfSight()) {
            throw SessionProblem.inDoubt();
        }
        return Response.status(receipt.later() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(Erasure.of(receipt))
                .build();
    }

    @PUT
    @Path("current/preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    public void prefer(byte[] body) {
        Preferences chosen = PreferencesBody.read(JsonBody.of(body));
        if (!memory.change(VisitorSession.identify(Credential.of(headers)), chosen)) {
            throw SessionProblem.unknownTo(memory);
        }
    }

    /** @param expiresIn seconds */
    public record Minted(String sessionId, long expiresIn) {}

    /**
     * @param erased how much went, by store
     * @param pending stores that will erase later
     */
    public record Erasure(Map<String, Integer> erased, List<String> pending) {

        private static final String STORE = "conversations";

        static Erasure of(Erased receipt) {
            return new Erasure(Map.of(STORE, receipt.conversations()), receipt.later() ? List.of(STORE) : List.of());
        }
    }

    /** @param expiresIn seconds */
    public record CurrentSession(long expiresIn, Preferences preferences, List<RememberedTurn> turns) {

        static CurrentSession of(Conversation conversation) {
            return new CurrentSession(
                    conversation.expiresIn().toSeconds(),
                    conversation.preferences(),
                    conversation.turns().stream().map(RememberedTurn::of).toList());
        }
    }

    public record RememberedTurn(
            String turnId, String question, String response, Instant at, String outcome, List<Source> sources) {

        static RememberedTurn of(Turn turn) {
            return new RememberedTurn(
                    turn.id().toString(),
                    turn.question(),
                    turn.response(),
                    turn.at(),
                    turn.outcome().word(),
                    turn.sources());
        }
    }
}
