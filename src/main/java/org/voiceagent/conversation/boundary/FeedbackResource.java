package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.voiceagent.conversation.control.Interruptions;
import org.voiceagent.conversation.control.Ratings;
import org.voiceagent.conversation.control.VisitorSession;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.JsonBody;

/** A visitor says whether an answer was good, or takes that back. */
@Path("turns/{turnId}/feedback")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class FeedbackResource {

    private static final String FIELD = "rating";
    private static final String TAKEN_BACK = "none";

    @Inject
    private Ratings ratings;

    @Context
    private HttpHeaders headers;

    @POST
    public void rate(@PathParam("turnId") String turnId, byte[] body) {
        SessionRef session = VisitorSession.identify(Credential.of(headers));
        TurnId turn = TurnId.parse(turnId).orElseThrow(Interruptions::notFound);
        ratings.rate(session, turn, rating(JsonBody.of(body)));
    }

    private static Optional<Rating> rating(JsonBody body) {
        String word = body.text(FIELD).orElseThrow(() -> body.invalid(FIELD, "is required."));
        Optional<Rating> rating = Rating.of(word);
        if (rating.isEmpty() && !word.equals(TAKEN_BACK)) {
            throw body.invalid(FIELD, "must be up, down or none.");
        }
        return rating;
    }
}
