package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.knowledge.control.DocumentTrial;
import org.voiceagent.knowledge.control.KnowledgeAnswers;
import org.voiceagent.knowledge.control.KnowledgeDocuments;
import org.voiceagent.knowledge.entity.AcceptedAnswer;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.KeptAnswer;
import org.voiceagent.knowledge.entity.KeptDocument;

/** What admins add to the knowledge base and take away from it, each act written down. Every call may end with a problem. */
@ApplicationScoped
public class KnowledgeDesk {

    @Inject
    private KnowledgeDocuments documents;

    @Inject
    private KnowledgeAnswers answers;

    @Inject
    private DocumentTrial trial;

    @Inject
    private Audit audit;

    @Inject
    private InstantSource clock;

    /** A document with its content. */
    public record Content(KeptDocument document, byte[] bytes) {}

    /** Whether there is a database for what admins add. */
    public boolean keeps() {
        return documents.areKept();
    }

    /** Longest document, in bytes. */
    public int maxBytes() {
        return trial.maxBytes();
    }

    /** By name; none where nothing is kept. */
    public List<KeptDocument> uploads() {
        return keeps()
                ? KnowledgeProblem.told(() -> documents.all().stream()
                        .filter(document -> document.kind() == DocumentKind.UPLOAD)
                        .toList())
                : List.of();
    }

    /** By question; none where nothing is kept. */
    public List<KeptAnswer> answers() {
        return keeps() ? KnowledgeProblem.told(answers::all) : List.of();
    }

    public Content download(String id) {
        return KnowledgeProblem.told(() -> {
            KeptDocument document = upload(id);
            return new Content(document, documents.content(id).orElseThrow(KnowledgeProblem::notFound));
        });
    }

    private KeptDocument upload(String id) {
        return documents
                .find(id)
                .filter(document -> document.kind() == DocumentKind.UPLOAD)
                .orElseThrow(KnowledgeProblem::notFound);
    }

    /**
     * Keeps a document, new or in the place of the one of this name, when it can be read.
     *
     * @param said what is known of it beside its content
     */
    public KeptDocument upload(Actor actor, Upload said, byte[] content) {
        return KnowledgeProblem.told(() -> {
            KeptDocument document = trial.document(
                            DocumentKind.UPLOAD, said.name(), said.mediaType(), content, actor.user())
                    .at(said.url())
                    .in(said.language());
            trial.read(document, content);
            return written(actor, Act.UPLOAD_DOCUMENT, document.id(), document.name(), () -> {
                documents.put(document, content);
                return document;
            });
        });
    }

    public void remove(Actor actor, String id) {
        KnowledgeProblem.told(() -> {
            KeptDocument document = upload(id);
            return written(actor, Act.REMOVE_DOCUMENT, id, document.name(), () -> documents.remove(id));
        });
    }

    /** Accepts an answer; one to the same question is changed. */
    public KeptAnswer accept(Actor actor, AcceptedAnswer answer) {
        return KnowledgeProblem.told(() -> {
            String id = answers.idOf(answer.question()).orElseGet(KnowledgeAnswers::newId);
            return kept(actor, Act.ACCEPT_ANSWER, id, answer);
        });
    }

    public KeptAnswer change(Actor actor, String id, AcceptedAnswer answer) {
        return KnowledgeProblem.told(() -> {
            requireAnswer(id);
            return kept(actor, Act.CHANGE_ANSWER, id, answer);
        });
    }

    private KeptAnswer kept(Actor actor, Act act, String id, AcceptedAnswer answer) {
        return written(actor, act, id, answer.question(), () -> answers.keep(id, answer, actor.user()));
    }

    public void removeAnswer(Actor actor, String id) {
        KnowledgeProblem.told(() -> {
            requireAnswer(id);
            return written(actor, Act.REMOVE_ANSWER, id, "", () -> answers.remove(id));
        });
    }

    private void requireAnswer(String id) {
        if (!answers.has(id)) {
            throw KnowledgeProblem.notFound();
        }
    }

    private <T> T written(Actor actor, Act act, String id, String name, Supplier<T> deed) {
        return audit.act(AuditRow.begun(clock.instant(), actor, act, id, name), deed, done -> "");
    }
}
