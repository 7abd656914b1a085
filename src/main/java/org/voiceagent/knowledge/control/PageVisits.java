package org.voiceagent.knowledge.control;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** Visits pages, and reads what they say. */
final class PageVisits {

    private static final String WEBSITE = "website";

    /** Characters of an ETag or a date; a longer one is not kept whole, so it is not sent back either. */
    private static final int LONGEST_VALIDATOR = 100;

    private final WebSettings settings;
    private final PoliteWeb web;
    private final DocumentTrial trial;

    PageVisits(WebSettings settings, PoliteWeb web, DocumentTrial trial) {
        this.settings = settings;
        this.web = web;
        this.trial = trial;
    }

    /**
     * @param known as it is known
     * @throws NotFetched when it stays as it is known
     */
    Visited visit(URI url, Optional<KeptDocument> known) {
        WebAnswer answer = web.get(url, conditions(known), settings.maxBytes());
        if (answer.notModified() && known.isPresent()) {
            return new Visited.Same(fetched(answer, known.get()));
        }
        if (answer.gone()) {
            return new Visited.Gone("Its host answered with status " + answer.status() + ".");
        }
        if (!answer.succeeded()) {
            throw new NotFetched("Its host answered with status " + answer.status() + ".");
        }
        return read(url, answer, known);
    }

    private Visited read(URI url, WebAnswer answer, Optional<KeptDocument> known) {
        try {
            PageContent content = PageContent.of(answer, settings);
            if (!content.indexable()) {
                return new Visited.Gone("It asks not to be indexed (noindex).");
            }
            KeptDocument page = trial.document(
                            DocumentKind.PAGE, url.toString(), content.mediaType(), content.bytes(), WEBSITE)
                    .at(Optional.of(content.source().toString()));
            KeptDocument now = page.fetched(fetched(answer, page));
            if (known.filter(before -> says(before, now)).isPresent()) {
                return new Visited.Same(now.fetched());
            }
            trial.read(now, content.bytes());
            return new Visited.Other(now, content.bytes(), answer.at());
        } catch (DocumentRefused refused) {
            throw new NotFetched("It " + refused.getMessage() + ".");
        }
    }

    private static boolean says(KeptDocument before, KeptDocument now) {
        return before.sha256().equals(now.sha256())
                && before.mediaType().equals(now.mediaType())
                && before.url().equals(now.url());
    }

    /** What a server leaves out when nothing has changed is as it was. */
    private Fetched fetched(WebAnswer answer, KeptDocument before) {
        boolean modified = !answer.notModified();
        return new Fetched(
                validator(answer, "etag")
                        .or(() -> modified ? Optional.empty() : before.fetched().etag()),
                validator(answer, "last-modified")
                        .or(() -> modified ? Optional.empty() : before.fetched().lastModified()),
                Optional.of(trial.now()),
                Optional.empty());
    }

    private static Optional<String> validator(WebAnswer answer, String header) {
        return answer.header(header).filter(value -> value.length() <= LONGEST_VALIDATOR);
    }

    private static Map<String, String> conditions(Optional<KeptDocument> known) {
        Map<String, String> headers = new HashMap<>();
        known.map(KeptDocument::fetched).ifPresent(fetched -> {
            fetched.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
            fetched.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
        });
        return headers;
    }
}
