package org.voiceagent.recordings.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.voiceagent.conversation.boundary.Credential;
import org.voiceagent.conversation.control.VisitorSession;

/** A visitor's own recordings, as the export names them; as long as they are kept, also when the session has expired. */
@Path("sessions/current/recordings/{file}")
@RequestScoped
public class OwnRecordingsResource {

    @Inject
    private Playing playing;

    @Context
    private HttpHeaders headers;

    @GET
    public Response sound(@PathParam("file") String file) {
        return playing.sound(VisitorSession.identify(Credential.of(headers)), file, headers);
    }
}
