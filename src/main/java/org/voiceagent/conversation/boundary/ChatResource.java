package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.voiceagent.conversation.control.RunningTurn;
import org.voiceagent.conversation.control.TurnPipeline;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.cost.Usage;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.JsonBody;
import org.voiceagent.web.RequestId;

/** A typed or transcribed question in, the answer out: whole as JSON, or sentence by sentence as events. */
@Path("chat")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class ChatResource {

    @Inject
    private TurnPipeline pipeline;

    @Inject
    private Handover handover;

    @Inject
    private ConversationLimits limits;

    @Inject
    private ClientAddress addresses;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public void answer(byte[] body, @Suspended AsyncResponse response) {
        Question asked = asked(body);
        handover.run(response, () -> {
            RunningTurn running = pipeline.begin(asked.turn());
            pipeline.answer(running);
            AtomicReference<TurnEvent.Done> done = new AtomicReference<>();
            pipeline.complete(running, event -> {
                if (event instanceof TurnEvent.Done last) {
                    done.set(last);
                }
            });
            return Response.ok(Answer.of(done.get(), asked.sessionId(), running.usage()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    @POST
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.9")
    public void stream(byte[] body, @Suspended AsyncResponse response) {
        Question asked = asked(body);
        String requestId = RequestId.of(request);
        handover.run(response, () -> {
            RunningTurn running = pipeline.begin(asked.turn());
            pipeline.answer(running);
            return EventStream.of(requestId, false, writer -> pipeline.complete(running, writer));
        });
    }

    private Question asked(byte[] bytes) {
        ChatBody body = ChatBody.read(JsonBody.of(bytes), limits);
        Optional<String> credential = Credential.of(headers, body.sessionId());
        TurnRequest turn = new TurnRequest(
                VisitorSession.identify(credential),
                body.turnId(),
                Asked.written(body.question()),
                body.history(),
                false,
                addresses.of(request),
                Mode.CHAT);
        return new Question(turn, credential.orElseThrow());
    }

    /** @param sessionId in clear, since the visitor's side gets it back */
    private record Question(TurnRequest turn, String sessionId) {}

    /** @param handoff the way to a person, where it is to be offered */
    public record Answer(
            String response,
            String sessionId,
            String turnId,
            List<Source> sources,
            Usage usage,
            Optional<Handoff> handoff) {

        static Answer of(TurnEvent.Done done, String sessionId, Usage usage) {
            Turn turn = done.turn();
            return new Answer(turn.response(), sessionId, turn.id().toString(), turn.sources(), usage, done.handoff());
        }
    }
}
