package org.voiceagent.recordings.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.voiceagent.conversation.boundary.Credential;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.web.ClientAddress;

/**
 * A visitor's own recordings, as the export names them; as long as they are kept, also when the session has expired. So anybody
 * may ask for those of a session that never was: the address is counted, and there is room for a few at once.
 */
@Path("sessions/current/recordings/{file}")
@RequestScoped
public class OwnRecordingsResource {

    @Inject
    private Playing playing;

    @Inject
    private ListeningRoom room;

    @Inject
    private Allowances allowances;

    @Inject
    private ClientAddress addresses;

    @Context
    private HttpHeaders headers;

    @Context
    private HttpServletRequest request;

    private boolean inRoom;

    @GET
    public Response sound(@PathParam("file") String file) {
        SessionRef session = VisitorSession.identify(Credential.of(headers));
        allowances.forCall(addresses.of(request));
        room.enter();
        inRoom = true;
        return playing.sound(session, file, headers);
    }

    /** When the call has been answered to its end. */
    @PreDestroy
    void leave() {
        if (inRoom) {
            room.leave();
        }
    }
}
