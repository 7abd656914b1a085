package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.voiceagent.conversation.control.Followed;
import org.voiceagent.conversation.control.Interruptions;
import org.voiceagent.conversation.control.ResumableTurns;
import org.voiceagent.conversation.control.RunningTurn;
import org.voiceagent.conversation.control.TurnFollower;
import org.voiceagent.conversation.control.TurnPipeline;
import org.voiceagent.conversation.control.TurnSound;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.transcription.control.UtteranceReader;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.JsonBody;
import org.voiceagent.web.RequestId;

/** One call for a whole turn: an utterance or a question in, and out, as they come, what was understood, the answer, and its
 * speech. */
@Path("turns")
@ApplicationScoped
public class TurnsResource {

    private static final int MOST_SENTENCES = 10_000;

    @Inject
    private TurnPipeline pipeline;

    @Inject
    private ResumableTurns resumable;

    @Inject
    private TurnFollower follower;

    @Inject
    private Interruptions interruptions;

    @Inject
    private TurnSound sound;

    @Inject
    private UtteranceReader reader;

    @Inject
    private Handover handover;

    @Inject
    private ConversationLimits limits;

    @Inject
    private ClientAddress addresses;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest call;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void begin(List<EntityPart> parts, @Suspended AsyncResponse response) throws IOException {
        TurnForm form = TurnForm.of(FormParts.of(parts), limits);
        SessionRef session = VisitorSession.identify(Credential.of(headers, form.sessionId()));
        String address = addresses.of(call);
        String requestId = RequestId.of(call);
        handover.run(response, () -> {
            TurnRequest request = form.request(session, address, reader);
            RunningTurn running = pipeline.begin(request);
            form.audio().ifPresent(utterance -> sound.said(running, utterance));
            return EventStream.of(requestId, form.aloud(), listener -> resumable.run(running, listener));
        });
    }

    /** The same stream again, for a visitor whose connection broke: from the first sentence on that did not arrive whole. */
    @GET
    @Path("{turnId}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void again(
            @PathParam("turnId") String turnId,
            @HeaderParam("Last-Event-ID") String last,
            @DefaultValue("true") @QueryParam("speech") boolean aloud,
            @Suspended AsyncResponse response) {
        SessionRef session = session();
        TurnId id = id(turnId);
        int from = EventIds.sentenceAfter(last);
        String address = addresses.of(call);
        String requestId = RequestId.of(call);
        handover.run(response, () -> {
            Followed followed = follower.begin(session, id, from, aloud, address);
            return EventStream.of(requestId, followed.aloud(), listener -> follower.tell(followed, listener));
        });
    }

    /** The visitor has heard enough. */
    @POST
    @Path("{turnId}/interrupt")
    @Consumes(MediaType.APPLICATION_JSON)
    public void interrupt(@PathParam("turnId") String turnId, byte[] body) {
        interruptions.interrupt(session(), id(turnId), sentence(JsonBody.of(body), "heard"));
    }

    /** The visitor's side has played sentences to their end. */
    @POST
    @Path("{turnId}/heard")
    @Consumes(MediaType.APPLICATION_JSON)
    public void heard(@PathParam("turnId") String turnId, byte[] body) {
        JsonBody sent = JsonBody.of(body);
        int through = sentence(sent, "through").orElseThrow(() -> sent.invalid("through", "is required."));
        interruptions.heard(session(), id(turnId), through);
    }

    private SessionRef session() {
        return VisitorSession.identify(Credential.of(headers));
    }

    private static TurnId id(String turnId) {
        return TurnId.parse(turnId).orElseThrow(Interruptions::notFound);
    }

    private static OptionalInt sentence(JsonBody sent, String field) {
        return sent.number(field, 0, MOST_SENTENCES).stream()
                .mapToInt(Double::intValue)
                .findFirst();
    }
}
