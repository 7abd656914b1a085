package org.voiceagent.demo.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The help centre of the demo site: the entries the agent answers from, as pages. */
@WebServlet("/help/*")
public class HelpPages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ENTRIES = "/WEB-INF/classes/demo/knowledge/";
    private static final Pattern ENTRY_FILE = Pattern.compile(Pattern.quote(ENTRIES) + "([a-z0-9-]+)\\.md");
    private static final Pattern ENTRY_PATH = Pattern.compile("/([a-z0-9-]+)");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Optional<String> page = page(path);
        if (path.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/help/");
        } else if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(page.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Optional<String> page(String path) throws IOException {
        if ("/".equals(path)) {
            return Optional.of(HelpPage.index(entries()));
        }
        Matcher entry = ENTRY_PATH.matcher(path);
        return entry.matches() ? entry(entry.group(1)).map(HelpPage::of) : Optional.empty();
    }

    private List<HelpPage.Link> entries() throws IOException {
        List<HelpPage.Link> links = new ArrayList<>();
        Set<String> files = Optional.ofNullable(getServletContext().getResourcePaths(ENTRIES))
                .orElse(Set.of());
        for (String file : new TreeSet<>(files)) {
            Matcher entry = ENTRY_FILE.matcher(file);
            if (entry.matches()) {
                entry(entry.group(1))
                        .map(HelpPage::title)
                        .ifPresent(title -> links.add(new HelpPage.Link(entry.group(1), title)));
            }
        }
        return links;
    }

    private Optional<String> entry(String slug) throws IOException {
        try (InputStream markdown = getServletContext().getResourceAsStream(ENTRIES + slug + ".md")) {
            return markdown == null
                    ? Optional.empty()
                    : Optional.of(new String(markdown.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
