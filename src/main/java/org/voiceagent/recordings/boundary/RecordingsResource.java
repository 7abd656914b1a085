package org.voiceagent.recordings.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.web.AdminOnly;

/** The recordings of one conversation, for admins to listen to. Each that is played is a row of the audit. */
@AdminOnly
@Path("recordings/{ref}")
@ApplicationScoped
public class RecordingsResource {

    @Inject
    private Playing playing;

    @Context
    private HttpHeaders headers;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<Shown> all(@PathParam("ref") String ref) {
        return playing.of(session(ref)).stream().map(Shown::of).toList();
    }

    @GET
    @Path("{file}")
    public Response sound(@PathParam("ref") String ref, @PathParam("file") String file) {
        return playing.sound(session(ref), file, headers);
    }

    private static SessionRef session(String ref) {
        return SessionRef.parse(ref).orElseThrow(NothingRecorded::new);
    }

    /** @param side who is heard: {@code utterance} or {@code speech} */
    public record Shown(String turnId, String side, String file, long bytes) {

        static Shown of(KeptRecording kept) {
            return new Shown(
                    kept.name().turn().toString(),
                    kept.name().side().word(),
                    kept.name().file(),
                    kept.bytes());
        }
    }
}
