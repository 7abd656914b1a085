package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.control.Admissions;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.speech.control.Speaker;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.transcription.control.Transcriber;
import org.voiceagent.transcription.control.UtteranceReader;

/** What the widget may know before it calls anything else. */
@Path("config")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {

    @Inject
    private Config config;

    @Inject
    private ConversationLimits limits;

    @Inject
    private LiveSettings live;

    @Inject
    private ConsentRule consent;

    @Inject
    private UtteranceReader utterances;

    @Inject
    private SpokenLanguages languages;

    @Inject
    private DirectCalls direct;

    @Inject
    private Transcriber transcriber;

    @Inject
    private AnswerModel model;

    @Inject
    private Admissions admissions;

    @Inject
    private Synthesizer synthesizer;

    @Inject
    private Speaker speaker;

    @GET
    public Response shown() {
        AgentConfig shown = new AgentConfig(
                new Settings(config).text("voice.site.greeting"),
                understood(),
                new Limits(
                        limits.questionCharacters(),
                        utterances.longest().toSeconds(),
                        utterances.mostBytes(),
                        live.bargeIn().toMillis(),
                        speaker.mostCharacters(),
                        limits.historyMessages()),
                new Switches(direct.open()),
                consent,
                Map.of(
                        "transcription",
                                new Stage(transcriber.engine(), transcriber.ready(), transcriber.unavailable()),
                        "answer", new Stage(model.engine(), model.ready(), false),
                        "speech", new Stage(synthesizer.engine(), synthesizer.ready(), synthesizer.unavailable())),
                admissions.service().word());
        return Response.ok(shown).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** The embedded engines speak, understand and answer English only. */
    private List<String> understood() {
        boolean embedded = List.of(transcriber.engine(), model.engine(), synthesizer.engine())
                .contains("embedded");
        return embedded ? List.of("en") : languages.tags();
    }

    /**
     * @param consent what visitors have to agree to
     * @param service what the agent does today for what may be spent: voice, text, site or closed
     */
    public record AgentConfig(
            String greeting,
            List<String> languages,
            Limits limits,
            Switches switches,
            ConsentRule consent,
            Map<String, Stage> engines,
            String service) {}

    /**
     * @param bargeInMilliseconds so much speech interrupts the agent on {@code /live}
     * @param speakCharacters of one text for {@code /speak}
     * @param historyMessages most messages of a history that the visitor's side keeps
     */
    public record Limits(
            int questionCharacters,
            long utteranceSeconds,
            int utteranceBytes,
            long bargeInMilliseconds,
            int speakCharacters,
            int historyMessages) {}

    /** @param direct whether /transcribe and /speak are open */
    public record Switches(boolean direct) {}

    /**
     * @param ready whether a call would be served without waiting for the engine to load
     * @param unavailable whether the engine has failed to load, so that there is nothing to wait for
     */
    public record Stage(String engine, boolean ready, boolean unavailable) {}
}
