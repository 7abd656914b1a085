package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voiceagent.admin.control.KnowledgeDesk;
import org.voiceagent.knowledge.entity.AcceptedAnswer;
import org.voiceagent.knowledge.entity.KeptAnswer;
import org.voiceagent.web.AdminOnly;

/** The answers that admins have accepted, each to a question. All servers give them. */
@AdminOnly
@Path("knowledge/answers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnswersResource {

    @Inject
    private KnowledgeDesk desk;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @GET
    public All all() {
        return new All(desk.keeps(), desk.answers().stream().map(Shown::of).toList());
    }

    /** One to a question that has one takes its place. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(byte[] body) {
        AcceptedAnswer answer = AnswerBody.of(body);
        Shown kept = Shown.of(desk.accept(actors.of(request), answer));
        return Response.status(Response.Status.CREATED).entity(kept).build();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown change(@PathParam("id") String id, byte[] body) {
        AcceptedAnswer answer = AnswerBody.of(body);
        return Shown.of(desk.change(actors.of(request), id, answer));
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        desk.removeAnswer(actors.of(request), id);
    }

    /** @param kept whether there is a database for them */
    public record All(boolean kept, List<Shown> answers) {}

    public record Shown(
            String id,
            String question,
            List<String> wordings,
            String answer,
            Optional<String> title,
            Optional<String> url,
            Optional<String> language,
            Instant addedAt,
            String addedBy) {

        static Shown of(KeptAnswer kept) {
            AcceptedAnswer answer = kept.answer();
            return new Shown(
                    kept.document().id(),
                    answer.question(),
                    answer.wordings(),
                    answer.answer(),
                    answer.title(),
                    answer.url(),
                    answer.language(),
                    kept.document().addedAt(),
                    kept.document().addedBy());
        }
    }
}
