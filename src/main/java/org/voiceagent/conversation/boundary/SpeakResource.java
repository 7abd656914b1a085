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
import org.voiceagent.conversation.control.SingleStages;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.speech.control.Speaker;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.JsonBody;

/** A text in, its speech out, streamed from the first chunk on. */
@Path("speak")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class SpeakResource {

    @Inject
    private DirectCalls direct;

    @Inject
    private VisitorSession visitor;

    @Inject
    private Speaker speaker;

    @Inject
    private SingleStages stages;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Handover handover;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest call;

    @POST
    @Produces({"audio/wav", "audio/mpeg"})
    public void speak(byte[] bytes, @Suspended AsyncResponse response) {
        direct.requireOpen();
        JsonBody body = JsonBody.of(bytes);
        visitor.open(Credential.of(headers, body.text("sessionId")));
        SpeechRequest request = SpeakBody.read(body, visitor.conversation().preferences(), speaker.mostCharacters());
        SessionRef session = visitor.ref();
        String address = addresses.of(call);
        handover.run(response, () -> {
            SpeechOutput output = new SpeechOutput(stages.speak(session, address, request));
            return Response.ok(output, output.mediaType())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }
}
