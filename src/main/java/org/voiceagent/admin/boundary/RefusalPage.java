package org.voiceagent.admin.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.voiceagent.web.Problem;

/** Why somebody was not signed in, for who comes from the identity provider and has no page of ours open. */
final class RefusalPage {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{title} · Voice Agent</title>
              <link rel="icon" href="{root}icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="{root}admin/admin.css">
            </head>
            <body>
              <header class="bar"><p class="brand"><img src="{root}icon.svg" alt="" width="28" height="28"> Voice Agent</p></header>
              <main>
                <div class="sign-in">
                  <h1>{title}</h1>
                  <p>{detail}</p>
                  <a class="button" href="{root}admin/">Try again</a>
                  {other}
                </div>
              </main>
            </body>
            </html>
            """;

    /** Who is signed in at the provider comes back as the same account each time. */
    private static final String OTHER_ACCOUNT =
            "<a href=\"{root}admin/api/sign-in/oidc/end\">Sign out of the identity provider, to take another account</a>";

    private static final int FORBIDDEN = 403;

    private RefusalPage() {}

    /**
     * @param problem whose words are our own, so that there is nothing to escape
     * @param pages the admin pages
     */
    static Response of(Problem problem, URI pages) {
        String html = FRAME.replace("{other}", problem.status() == FORBIDDEN ? OTHER_ACCOUNT : "")
                .replace("{root}", pages.resolve("..").getPath())
                .replace("{title}", problem.title())
                .replace("{detail}", problem.detail());
        Response.ResponseBuilder page = Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                // its own address holds what has come back
                .header("Referrer-Policy", "no-referrer")
                .entity(html);
        problem.retryAfterSeconds().ifPresent(seconds -> page.header(HttpHeaders.RETRY_AFTER, seconds));
        return page.build();
    }
}
