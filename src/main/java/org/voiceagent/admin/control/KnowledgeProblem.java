package org.voiceagent.admin.control;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.knowledge.control.DocumentRefused;
import org.voiceagent.knowledge.control.DocumentsNotKept;
import org.voiceagent.web.Problem;

/** What admins add to the knowledge cannot be added, changed or shown. */
final class KnowledgeProblem extends Problem {

    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(5);

    private KnowledgeProblem(
            String type, int status, String title, String detail, Optional<Duration> later, Throwable cause) {
        super(type, status, title, detail, later, cause);
    }

    /** @throws KnowledgeProblem when the database does not answer, there is none, or a document is refused */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseUnavailable unavailable) {
            throw new KnowledgeProblem(
                    "knowledge-unreachable",
                    503,
                    "The database cannot be reached",
                    "The database does not answer in time. Visitors are answered from what is known. Try again when it is back.",
                    Optional.of(SOON),
                    unavailable);
        } catch (DocumentsNotKept nowhere) {
            throw new KnowledgeProblem(
                    "documents-not-kept",
                    409,
                    "There is no database for it",
                    "This server keeps no documents in a database: voice.knowledge.database is false, or the log of turns is off.",
                    Optional.empty(),
                    nowhere);
        } catch (DocumentRefused refused) {
            throw new KnowledgeProblem(
                    "document-refused",
                    422,
                    "The document is refused",
                    "The document " + reason(refused) + ". Nothing was changed.",
                    Optional.empty(),
                    refused);
        }
    }

    /** What broke its reader is for the log of the server, and no word for people. */
    private static String reason(DocumentRefused refused) {
        return refused.getMessage().replaceFirst(": \\w+$", ": it is broken, or not what its name says");
    }

    static KnowledgeProblem nothingToFetch() {
        return new KnowledgeProblem(
                "no-pages-configured",
                409,
                "There are no pages to fetch",
                "The configuration names none: voice.knowledge.web.pages and voice.knowledge.web.sitemaps are empty.",
                Optional.empty(),
                null);
    }

    static KnowledgeProblem notFound() {
        return new KnowledgeProblem(
                "document-not-found",
                404,
                "There is no such document",
                "It may have been removed in the meantime.",
                Optional.empty(),
                null);
    }
}
