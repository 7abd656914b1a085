package org.voiceagent.widget.boundary;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.voiceagent.widget.control.Widget;
import org.voiceagent.widget.entity.Release;
import org.voiceagent.widget.entity.WidgetFile;

/**
 * The widget's files, for any page: {@code /voice-agent/<file>} of the newest release, {@code /voice-agent/<release>/<file>}
 * of that one, and {@code /voice-agent/release.json}, which tells the newest release and the integrity of its scripts.
 */
@WebServlet("/voice-agent/*")
public class WidgetFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String RELEASE = "release.json";
    private static final String SCRIPT = ".js";
    private static final String NEWEST = "no-cache";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @Inject
    private transient BundledWidget bundled;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Widget widget = bundled.widget();
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        int slash = path.indexOf('/');
        boolean pinned = slash > 0 && Release.isVersion(path.substring(0, slash));
        if (RELEASE.equals(path)) {
            byte[] told = told(widget.current()).toString().getBytes(StandardCharsets.UTF_8);
            respond(WidgetFile.of(RELEASE, told), NEWEST, request, response);
            return;
        }
        Optional<WidgetFile> file = pinned
                ? widget.release(path.substring(0, slash)).flatMap(release -> release.file(path.substring(slash + 1)))
                : widget.current().file(path);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            if (path.endsWith(SCRIPT)) { // told here, where it is no part of what every page loads
                response.setHeader("SourceMap", path.substring(path.lastIndexOf('/') + 1) + ".map");
            }
            respond(file.get(), pinned ? FOR_EVER : NEWEST, request, response);
        }
    }

    /** {@code {"release":"<version>","integrity":{"<script>":"sha384-..."}}}. */
    private static JsonObject told(Release release) {
        JsonObjectBuilder integrity = Json.createObjectBuilder();
        for (String script : Release.SCRIPTS) {
            release.file(script).ifPresent(file -> integrity.add(script, file.integrity()));
        }
        return Json.createObjectBuilder()
                .add("release", release.version())
                .add("integrity", integrity)
                .build();
    }

    private static void respond(
            WidgetFile file, String caching, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "W/\"" + file.integrity() + '"'; // weak: compressed or not, it is the same
        response.setHeader("Access-Control-Allow-Origin", "*"); // modules and worklets are loaded with CORS
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cache-Control", caching);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        boolean compressed = accepts(request.getHeader("Accept-Encoding"));
        byte[] body = compressed ? file.compressed() : file.content();
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean accepts(String encodings) {
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }
}
