package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voiceagent.admin.control.KnowledgeDesk;
import org.voiceagent.admin.control.Upload;
import org.voiceagent.knowledge.control.DocumentNames;
import org.voiceagent.knowledge.entity.KeptDocument;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.BodyBytes;
import org.voiceagent.web.InvalidField;

/** The documents that admins have uploaded. All servers know them. */
@AdminOnly
@Path("knowledge/documents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DocumentsResource {

    @Inject
    private KnowledgeDesk desk;

    @Inject
    private Actors actors;

    @Context
    private HttpServletRequest request;

    @GET
    public All all() {
        return new All(
                desk.keeps(),
                desk.maxBytes(),
                desk.uploads().stream().map(Shown::of).toList());
    }

    /**
     * Takes a document, new or in the place of the one of its name, when it can be read.
     *
     * @param name of the file, whose end says what it is written in
     * @param url where visitors can read it; empty: as the document says, or as of one of the folder
     */
    @POST
    @Consumes({
        "text/markdown",
        MediaType.TEXT_HTML,
        MediaType.APPLICATION_XHTML_XML,
        "application/pdf",
        MediaType.APPLICATION_OCTET_STREAM
    })
    @BodyBytes("voice.knowledge.max-bytes")
    public Response upload(
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("url") @DefaultValue("") String url,
            @QueryParam("language") @DefaultValue("") String language,
            byte[] content) {
        String mediaType = DocumentNames.mediaType(name)
                .orElseThrow(() -> new InvalidField(
                        "/name", "must be a file's name that ends with .md, .html, .htm, .xhtml or .pdf."));
        Upload said = new Upload(name, mediaType, KnowledgeFields.url("/url", url), KnowledgeFields.language(language));
        Shown kept = Shown.of(desk.upload(actors.of(request), said, content));
        return Response.status(Response.Status.CREATED).entity(kept).build();
    }

    /** As a file, which no browser shows as a page of this server. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response content(@PathParam("id") String id) {
        KnowledgeDesk.Content found = desk.download(id);
        return Response.ok(found.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        KnowledgeFields.attachment(found.document().name()))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        desk.remove(actors.of(request), id);
    }

    /**
     * @param kept whether there is a database for them
     * @param maxBytes of a document
     */
    public record All(boolean kept, int maxBytes, List<Shown> documents) {}

    public record Shown(
            String id,
            String name,
            String mediaType,
            Optional<String> url,
            Optional<String> language,
            long bytes,
            String sha256,
            Instant addedAt,
            String addedBy) {

        static Shown of(KeptDocument document) {
            return new Shown(
                    document.id(),
                    document.name(),
                    document.mediaType(),
                    document.url(),
                    document.language(),
                    document.bytes(),
                    document.sha256(),
                    document.addedAt(),
                    document.addedBy());
        }
    }
}
