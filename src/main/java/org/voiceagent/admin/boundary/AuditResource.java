package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.voiceagent.admin.control.Audit;
import org.voiceagent.admin.entity.AuditPlace;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.InvalidField;

/** What admins have done, newest first. */
@AdminOnly
@Path("audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private static final int LARGEST_PAGE = 200;

    @Inject
    private Audit audit;

    /** @param before the place named {@code next} by the page before; empty for the newest */
    @GET
    public Page page(
            @QueryParam("before") @DefaultValue("") String before, @QueryParam("most") @DefaultValue("50") int most) {
        if (most < 1 || most > LARGEST_PAGE) {
            throw new InvalidField("/most", "must be a number from 1 to " + LARGEST_PAGE + ".");
        }
        Optional<AuditPlace> place = before.isEmpty() ? Optional.empty() : Optional.of(place(before));
        List<AuditRow> rows = audit.page(place, most + 1);
        List<AuditRow> shown = rows.subList(0, Math.min(most, rows.size()));
        Optional<String> next = rows.size() > most
                ? Optional.of(AuditPlace.of(shown.get(most - 1)).toString())
                : Optional.empty();
        return new Page(
                audit.isKept(), audit.waiting(), shown.stream().map(Shown::of).toList(), next);
    }

    private static AuditPlace place(String text) {
        return AuditPlace.parse(text)
                .orElseThrow(() -> new InvalidField("/before", "must be a place a page has named."));
    }

    /**
     * @param kept whether acts are rows; else they are lines of the server's log only
     * @param waiting rows of this server that wait for the database
     * @param next where the following page begins; empty on the last
     */
    public record Page(boolean kept, int waiting, List<Shown> rows, Optional<String> next) {}

    public record Shown(
            Instant at, String user, String address, String act, String subject, String detail, String outcome) {

        static Shown of(AuditRow row) {
            return new Shown(
                    row.at(),
                    row.actor().user(),
                    row.actor().address(),
                    row.act(),
                    row.subject(),
                    row.detail(),
                    row.outcome());
        }
    }
}
