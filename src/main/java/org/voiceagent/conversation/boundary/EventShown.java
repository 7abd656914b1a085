package org.voiceagent.conversation.boundary;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Optional;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.web.Problem;

/**
 * An event of a turn as the wire has it.
 *
 * @param json its data, an object
 */
record EventShown(String name, String json) {

    private static final Jsonb JSON = JsonbBuilder.create();

    static EventShown of(TurnEvent event) {
        if (event instanceof TurnEvent.Transcript transcript) {
            return shown("transcript", new TranscriptShown(transcript.text()));
        }
        if (event instanceof TurnEvent.Sentence sentence) {
            return shown("sentence", new SentenceShown(sentence.index(), sentence.text()));
        }
        if (event instanceof TurnEvent.Audio audio) {
            return new EventShown("audio", AudioShown.json(audio));
        }
        if (event instanceof TurnEvent.Unspoken unspoken) {
            return shown("unspoken", new UnspokenShown(unspoken.index(), Problem.uri(unspoken.problem())));
        }
        return shown("done", DoneShown.of((TurnEvent.Done) event));
    }

    private static EventShown shown(String name, Object data) {
        return new EventShown(name, JSON.toJson(data));
    }

    public record TranscriptShown(String text) {}

    /** @param problem the type of what keeps the rest of the answer from being spoken */
    public record UnspokenShown(int index, String problem) {}

    public record SentenceShown(int index, String text) {}

    public record DoneShown(
            String turnId, String response, List<Source> sources, TurnTimings timings, Optional<Handoff> handoff) {

        static DoneShown of(TurnEvent.Done done) {
            return new DoneShown(
                    done.turn().id().toString(),
                    done.turn().response(),
                    done.turn().sources(),
                    done.timings(),
                    done.handoff());
        }
    }
}
