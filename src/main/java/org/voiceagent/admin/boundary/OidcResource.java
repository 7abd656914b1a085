package org.voiceagent.admin.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.voiceagent.admin.control.ProviderDesk;
import org.voiceagent.admin.entity.ProviderAnswer;
import org.voiceagent.web.AdminOnly;
import org.voiceagent.web.OwnOrigin;
import org.voiceagent.web.Problem;

/** The ways to the identity provider and back. Browsers come here by themselves, so what fails is a page. */
@AdminOnly
@Path("sign-in/oidc")
@ApplicationScoped
@Produces(MediaType.TEXT_HTML)
public class OidcResource {

    private static final String PAGES = "/admin/";
    private static final String CALLBACK = PAGES + "api/sign-in/oidc/callback";
    /** What may stand behind the # of our own pages, so that no way leads to others. */
    private static final Pattern PAGE = Pattern.compile("[a-z]+(?:/(?:[\\w.=&+-]|%[0-9A-Fa-f]{2})*)?");

    private static final int LONGEST_PAGE = 200;

    @Inject
    private ProviderDesk desk;

    @Inject
    private Actors actors;

    @Inject
    private OwnOrigin own;

    @Context
    private HttpServletRequest request;

    /** @param page of the admin pages, where the way goes on afterwards */
    @GET
    public Response begin(@QueryParam("page") @DefaultValue("") String page) {
        return answered(() -> {
            ProviderDesk.Departure departure = desk.begin(actors.unknown(request), ours(page), at(CALLBACK));
            return Response.seeOther(departure.there())
                    .header(HttpHeaders.SET_COOKIE, AdminCookie.ATTEMPT.keeping(departure.browser(), request))
                    .build();
        });
    }

    @GET
    @Path("callback")
    public Response arrive(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("code") String code,
            @QueryParam("error") String error,
            @QueryParam("iss") String issuer) {
        ProviderAnswer answer = new ProviderAnswer(
                state, Optional.ofNullable(code), Optional.ofNullable(error), Optional.ofNullable(issuer));
        return answered(() -> {
            Optional<String> browser = AdminCookie.ATTEMPT.value(request);
            ProviderDesk.Arrival arrival = desk.arrive(actors.unknown(request), answer, browser);
            // the page holds nothing and needs no cookie; what it then asks for comes from our own site, with the
            // strict one
            return Response.seeOther(at(PAGES + (arrival.page().isEmpty() ? "" : "#" + arrival.page())))
                    .header(HttpHeaders.SET_COOKIE, AdminCookie.SIGN_IN.keeping(arrival.token(), request))
                    .header(HttpHeaders.SET_COOKIE, AdminCookie.ATTEMPT.gone(request))
                    .build();
        });
    }

    /** Leads to where the sign-in at the provider ends, and from there back. */
    @GET
    @Path("end")
    public Response end() {
        return answered(() -> Response.seeOther(desk.ending(at(PAGES)).orElseGet(() -> at(PAGES)))
                .build());
    }

    /** The page, if it is one of ours; empty else. Whatever this lets through can stand in a URI. */
    static String ours(String page) {
        return page.length() <= LONGEST_PAGE && PAGE.matcher(page).matches() ? page : "";
    }

    private URI at(String path) {
        return own.at(request.getContextPath() + path);
    }

    private Response answered(Supplier<Response> way) {
        if (desk.label().isEmpty()) {
            throw new NotFoundException();
        }
        try {
            return way.get();
        } catch (Problem problem) {
            return RefusalPage.of(problem, at(PAGES));
        }
    }
}
