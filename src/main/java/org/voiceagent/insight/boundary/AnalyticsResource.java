package org.voiceagent.insight.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.voiceagent.insight.control.Analytics;
import org.voiceagent.insight.control.TurnExport;
import org.voiceagent.insight.entity.TurnPage;
import org.voiceagent.insight.entity.TurnPages;
import org.voiceagent.web.AdminOnly;

/** What the log tells of the last days, in numbers and turn by turn. */
@AdminOnly
@Path("analytics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnalyticsResource {

    private static final int TURNS_OF_A_PAGE = 25;
    private static final int EXPORTED_AT_ONCE = 1000;

    @Inject
    private Analytics analytics;

    @BeanParam
    private AnalyticsQuery query;

    /** Where there is no log, only that. */
    @GET
    public Object report() {
        return LogUnreachable.told(() -> analytics
                .report(query.days(), query.filter())
                .<Object>map(report -> report)
                .orElse(new NoLog(false)));
    }

    @GET
    @Path("turns")
    public TurnPage turns() {
        return LogUnreachable.told(() -> pages(TURNS_OF_A_PAGE).after(query.after()));
    }

    @GET
    @Path("turns.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response csv() {
        return file("csv", TurnExport::csv);
    }

    @GET
    @Path("turns.json")
    public Response json() {
        return file("json", TurnExport::json);
    }

    private Response file(String ending, Written format) {
        TurnExport export = LogUnreachable.told(() -> TurnExport.of(pages(EXPORTED_AT_ONCE)));
        StreamingOutput file = out -> format.write(export, new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"turns." + ending + "\"")
                .build();
    }

    private TurnPages pages(int most) {
        return analytics
                .turns(query.days(), query.filter(), most)
                .orElseThrow(() -> new NothingLogged("There is no log: voice.log.enabled is false."));
    }

    /** @param logged whether there is a log */
    public record NoLog(boolean logged) {}

    @FunctionalInterface
    private interface Written {

        void write(TurnExport export, Writer out) throws IOException;
    }
}
