package org.voiceagent.knowledge.control;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.knowledge.control.Tally.Outcome;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/**
 * One fetching of all pages. One that fails stays as it is known; one that is gone, does not want to be known, or says the same
 * as another one is known no more.
 */
final class FetchRun {

    private static final System.Logger LOG = System.getLogger(FetchRun.class.getName());

    private final PageVisits visits;
    private final KeptPages pages;
    private final DocumentTrial trial;
    private final Tally tally;
    private final Set<URI> wanted = new HashSet<>();
    private final Map<String, URI> contents = new HashMap<>();
    private Map<String, KeptDocument> known = Map.of();

    FetchRun(PageVisits visits, KeptPages pages, DocumentTrial trial, Tally tally) {
        this.visits = visits;
        this.pages = pages;
        this.trial = trial;
        this.tally = tally;
    }

    /**
     * @throws FetchingStopped when it does not come to its end; what was fetched so far is known
     * @throws DatabaseUnavailable likewise
     */
    void run(SitePages found) {
        known = pages.all().stream().collect(Collectors.toMap(KeptDocument::name, Function.identity()));
        List<URI> all = found.pages();
        wanted.addAll(all);
        all.forEach(this::visit);
        if (found.complete()) {
            known.values().stream()
                    .filter(page -> !wanted.contains(URI.create(page.name())))
                    .forEach(this::remove);
        }
    }

    private void visit(URI url) {
        Optional<KeptDocument> before = Optional.ofNullable(known.get(url.toString()));
        try {
            Visited visited = visits.visit(url, before);
            if (visited instanceof Visited.Gone gone) {
                dismiss(url, before, gone.why());
            } else if (visited instanceof Visited.Same same) {
                same(url, before.orElseThrow(), same.fetched());
            } else if (visited instanceof Visited.Other other) {
                other(url, before, other);
            }
        } catch (NotFetched failed) {
            fail(url, before, failed.getMessage());
        } catch (FetchingStopped | DatabaseUnavailable end) {
            throw end;
        } catch (RuntimeException | StackOverflowError unexpected) {
            LOG.log(System.Logger.Level.DEBUG, "A page cannot be fetched", unexpected);
            fail(url, before, "It cannot be fetched: " + unexpected.getClass().getSimpleName() + ".");
        }
    }

    private void same(URI url, KeptDocument page, Fetched fetched) {
        if (isTwin(url, Optional.of(page), page.sha256())) {
            return;
        }
        pages.note(page.id(), fetched);
        tally.count(Outcome.UNCHANGED);
    }

    private void other(URI url, Optional<KeptDocument> before, Visited.Other other) {
        if (!other.at().equals(url) && wanted.contains(other.at())) {
            dismiss(url, before, "It leads to " + other.at() + ", which is fetched itself.");
        } else if (!isTwin(url, before, other.document().sha256())) {
            pages.put(other.document(), other.content());
            tally.count(Outcome.CHANGED);
        }
    }

    /** Two that say the same would share the relevance of what they say. */
    private boolean isTwin(URI url, Optional<KeptDocument> before, String sha256) {
        Optional<URI> first = Optional.ofNullable(contents.putIfAbsent(sha256, url));
        first.ifPresent(other -> dismiss(url, before, "It says the same as " + other + "."));
        return first.isPresent();
    }

    private void dismiss(URI url, Optional<KeptDocument> before, String why) {
        tally.problem(url.toString(), why);
        before.ifPresentOrElse(this::remove, () -> tally.count(Outcome.FAILED));
    }

    private void remove(KeptDocument page) {
        pages.remove(page.id());
        tally.count(Outcome.REMOVED);
    }

    private void fail(URI url, Optional<KeptDocument> before, String why) {
        tally.problem(url.toString(), why);
        tally.count(Outcome.FAILED);
        before.ifPresent(page -> {
            Fetched last = page.fetched();
            Fetched now = new Fetched(last.etag(), last.lastModified(), Optional.of(trial.now()), Optional.of(why));
            pages.note(page.id(), now);
        });
    }
}
