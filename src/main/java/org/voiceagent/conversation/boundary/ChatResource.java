package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.voiceagent.conversation.control.RunningTurn;
import org.voiceagent.conversation.control.TurnPipeline;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.cost.Usage;
import org.voiceagent.web.JsonBody;
import org.voiceagent.web.RequestId;

/** A typed or transcribed question in, the answer out: whole as JSON, or sentence by sentence as events. */
@Path("chat")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class ChatResource {

    @Inject
    private VisitorSession visitor;

    @Inject
    private TurnPipeline pipeline;

    @Inject
    private Handover handover;

    @Inject
    private ConversationLimits limits;

    @Inject
    private SpokenLanguages languages;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public void answer(byte[] body, @Suspended AsyncResponse response) {
        Asked asked = asked(body);
        handover.run(response, () -> {
            RunningTurn running = pipeline.begin(asked.turn());
            Turn turn = pipeline.complete(running, event -> {});
            return Response.ok(Answer.of(turn, asked.sessionId(), running.usage()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    @POST
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.9")
    public void stream(byte[] body, @Suspended AsyncResponse response) {
        Asked asked = asked(body);
        String requestId = RequestId.of(request);
        handover.run(response, () -> {
            RunningTurn running = pipeline.begin(asked.turn());
            StreamingOutput events =
                    out -> new EventWriter(out, requestId).write(writer -> pipeline.complete(running, writer));
            return Response.ok(events, MediaType.SERVER_SENT_EVENTS_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    // nginx would hold the events back
                    .header("X-Accel-Buffering", "no")
                    .build();
        });
    }

    private Asked asked(byte[] bytes) {
        ChatBody body = ChatBody.read(JsonBody.of(bytes), limits);
        Optional<String> credential = Credential.of(headers, body.sessionId());
        visitor.open(credential);
        TurnRequest turn = new TurnRequest(
                visitor.ref(),
                body.turnId(),
                body.question(),
                visitor.conversation(),
                body.history(),
                languages.of(visitor.conversation().preferences()));
        return new Asked(turn, credential.orElseThrow());
    }

    /** @param sessionId in clear, since the visitor's side gets it back */
    private record Asked(TurnRequest turn, String sessionId) {}

    public record Answer(String response, String sessionId, String turnId, List<Source> sources, Usage usage) {

        static Answer of(Turn turn, String sessionId, Usage usage) {
            return new Answer(turn.response(), sessionId, turn.id().toString(), turn.sources(), usage);
        }
    }
}
