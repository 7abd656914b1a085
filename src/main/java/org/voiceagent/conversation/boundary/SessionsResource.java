package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.conversation.control.Erasures;
import org.voiceagent.conversation.control.SessionChoices;
import org.voiceagent.conversation.control.SessionProblem;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.control.VisitorTokens;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.ErasureReceipt;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionBegun;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.VisitorRef;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.JsonBody;

/** Sessions: mint one, see it, choose preferences, erase it. */
@Path("sessions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private ConversationMemory memory;

    @Inject
    private SessionChoices choices;

    @Inject
    private VisitorTokens tokens;

    @Inject
    private Erasures erasures;

    @Inject
    private VisitorSession visitor;

    @Inject
    private ConversationLimits limits;

    @Inject
    private Allowances allowances;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Event<SessionBegun> begun;

    @Inject
    private InstantSource clock;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @POST
    public Response mint(byte[] body) {
        JsonBody fields = JsonBody.of(body);
        Preferences said = PreferencesBody.read(fields);
        Optional<VisitorRef> known = VisitorField.read(fields, tokens);
        allowances.forSession(addresses.of(request));
        SessionId id = SessionId.mint();
        SessionRef session = SessionRef.of(id);
        Preferences chosen = choices.begin(session, said, known);
        begun.fire(new SessionBegun(session, clock.instant(), chosen.language()));
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Minted(id.value().toString(), limits.ttl().toSeconds(), chosen))
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
        if (memory.recall(session).isEmpty()) {
            // anybody can name sessions that never were, and each store looks for what it has of them
            allowances.forCall(addresses.of(request));
        }
        ErasureReceipt receipt = erasures.erase(session);
        return Response.status(receipt.pending().isEmpty() ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(new Erasure(receipt.erased(), receipt.pending()))
                .build();
    }

    @PUT
    @Path("current/preferences")
    @Consumes(MediaType.APPLICATION_JSON)
    public void prefer(byte[] body) {
        Preferences chosen = PreferencesBody.read(JsonBody.of(body));
        if (!choices.change(VisitorSession.identify(Credential.of(headers)), chosen)) {
            throw SessionProblem.unknownTo(memory);
        }
    }

    /**
     * @param expiresIn seconds
     * @param preferences what it begins with
     */
    public record Minted(String sessionId, long expiresIn, Preferences preferences) {}

    /**
     * @param erased how much went, by store
     * @param pending stores that will erase later
     */
    public record Erasure(Map<String, Integer> erased, List<String> pending) {}

    /** @param expiresIn seconds */
    public record CurrentSession(
            long expiresIn,
            Preferences preferences,
            Optional<ConsentShown.Choice> consent,
            Optional<ConsentShown.Disclosure> disclosure,
            List<RememberedTurn> turns) {

        static CurrentSession of(Conversation conversation) {
            ConsentShown consent = ConsentShown.of(conversation.consent());
            return new CurrentSession(
                    conversation.expiresIn().toSeconds(),
                    conversation.preferences(),
                    consent.consent(),
                    consent.disclosure(),
                    conversation.turns().stream().map(RememberedTurn::of).toList());
        }
    }

    /** @param rating up or down; empty where the visitor has not said */
    public record RememberedTurn(
            String turnId,
            String question,
            String response,
            Instant at,
            String outcome,
            List<Source> sources,
            Optional<String> rating) {

        static RememberedTurn of(Turn turn) {
            return new RememberedTurn(
                    turn.id().toString(),
                    turn.question(),
                    turn.response(),
                    turn.at(),
                    turn.outcome().word(),
                    turn.sources(),
                    turn.rating().map(Rating::word));
        }
    }
}
