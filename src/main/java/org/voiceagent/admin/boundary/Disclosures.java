package org.voiceagent.admin.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voiceagent.admin.control.Audit;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.ActOutcome;
import org.voiceagent.admin.entity.AuditRow;

/**
 * Writes down who has read or heard what visitors said: one conversation, a recording, or a file of turns. Before the resources and not in them, since
 * those of the log know no admins.
 */
public class Disclosures extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern CONVERSATION = Pattern.compile("/sessions/([^/]+)/turns");
    private static final Pattern RECORDING = Pattern.compile("/recordings/([^/]+)/([^/]+)");
    private static final Pattern EXPORT = Pattern.compile("/analytics/(turns\\.(?:csv|json))");

    /** What a resource is found without: parameters within its path, and slashes that say nothing. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    private static final Pattern SLASHES = Pattern.compile("/+");

    /** A part of a recording has told something as well. */
    private static final Set<Integer> TELLING =
            Set.of(HttpServletResponse.SC_OK, HttpServletResponse.SC_PARTIAL_CONTENT);

    @Inject
    private transient Audit audit;

    @Inject
    private transient Actors actors;

    @Inject
    private transient InstantSource clock;

    /**
     * @param what the reference of the session, or the name of the file
     * @param detail which of its recordings; empty for all else
     */
    record Disclosure(Act act, String what, String detail) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            // a file that broke off has told something too
            if (tells(response.getStatus())) {
                of(Objects.requireNonNullElse(request.getPathInfo(), "")).ifPresent(told -> note(told, request));
            }
        }
    }

    static boolean tells(int status) {
        return TELLING.contains(status);
    }

    /** @param told path below that of the admin API, as it was called */
    static Optional<Disclosure> of(String told) {
        String path = plain(told);
        return named(Act.READ_CONVERSATION, CONVERSATION, path)
                .or(() -> named(Act.PLAY_RECORDING, RECORDING, path))
                .or(() -> named(Act.EXPORT, EXPORT, path));
    }

    /** As JAX-RS matches it (3.7.3): a slash at its end calls the same method. */
    private static String plain(String told) {
        String path = SLASHES.matcher(PARAMETERS.matcher(told).replaceAll("")).replaceAll("/");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Optional<Disclosure> named(Act act, Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches()
                ? Optional.of(new Disclosure(act, matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : ""))
                : Optional.empty();
    }

    private void note(Disclosure told, HttpServletRequest request) {
        AuditRow row = AuditRow.begun(clock.instant(), actors.of(request), told.act(), told.what(), told.detail());
        audit.note(row.ended(ActOutcome.DONE, ""));
    }
}
