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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.voiceagent.conversation.control.SingleStages;
import org.voiceagent.conversation.control.TurnSound;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.transcription.control.UtteranceReader;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.web.ClientAddress;
import org.voiceagent.web.InvalidField;

/** An utterance in, its words out. */
@Path("transcribe")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TranscribeResource {

    @Inject
    private DirectCalls direct;

    @Inject
    private VisitorSession visitor;

    @Inject
    private UtteranceReader reader;

    @Inject
    private SingleStages stages;

    @Inject
    private TurnSound sound;

    @Inject
    private ClientAddress addresses;

    @Inject
    private Handover handover;

    @Inject
    private SpokenLanguages languages;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest call;

    @POST
    @Consumes("audio/*")
    public void raw(byte[] audio, @Suspended AsyncResponse response) {
        transcribe(audio, Credential.of(headers), response);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public void form(List<EntityPart> parts, @Suspended AsyncResponse response) throws IOException {
        FormParts form = FormParts.of(parts);
        byte[] audio = form.bytes("audio")
                .or(() -> form.bytes("file"))
                .orElseThrow(() -> new InvalidField("/audio", "is required."));
        transcribe(audio, Credential.of(headers, form.text("sessionId")), response);
    }

    private void transcribe(byte[] audio, Optional<String> credential, AsyncResponse response) {
        direct.requireOpen();
        visitor.open(credential);
        String language = languages.of(visitor.conversation().preferences());
        SessionRef session = visitor.ref();
        String address = addresses.of(call);
        handover.run(response, () -> {
            Utterance utterance = new Utterance(reader.read(audio), language);
            Transcript transcript =
                    stages.transcribe(session, address, utterance).orElseThrow(UtteranceReader::noSpeech);
            sound.said(session, audio);
            return Response.ok(Understood.of(transcript, utterance))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        });
    }

    /**
     * @param confidence 0 to 1, to be sent along with the question
     * @param durationMs length of the utterance
     */
    public record Understood(String text, String language, double confidence, long durationMs) {

        static Understood of(Transcript transcript, Utterance utterance) {
            return new Understood(
                    transcript.text(),
                    transcript.language(),
                    transcript.confidence(),
                    utterance.audio().duration().toMillis());
        }
    }
}
