package org.voiceagent.knowledge.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.voiceagent.knowledge.entity.AcceptedAnswer;
import org.voiceagent.knowledge.entity.AnswerAccepted;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.KeptAnswer;
import org.voiceagent.knowledge.entity.KeptDocument;

/**
 * The answers that admins have accepted: documents of the database, each a passage that is found by its questions. Calls end as
 * those of {@link KnowledgeDocuments}.
 */
@ApplicationScoped
public class KnowledgeAnswers {

    @Inject
    private KnowledgeDocuments documents;

    @Inject
    private DocumentTrial trial;

    @Inject
    private Event<AnswerAccepted> accepted;

    /** All, by their questions. */
    public List<KeptAnswer> all() {
        Map<String, byte[]> contents = documents.contents(DocumentKind.ANSWER);
        return documents.all().stream()
                .filter(document -> document.kind() == DocumentKind.ANSWER)
                // one that has gone between the two looks has no content
                .filter(document -> contents.containsKey(document.id()))
                .map(document -> new KeptAnswer(document, AnswerDocument.answer(document, contents.get(document.id()))))
                .toList();
    }

    /** The one to a question, whatever its case and white space: to accept it again is to change it. */
    public Optional<String> idOf(String question) {
        return documents.all().stream()
                .filter(document -> document.kind() == DocumentKind.ANSWER)
                .filter(document -> plain(document.name()).equals(plain(question)))
                .map(KeptDocument::id)
                .findFirst();
    }

    private static String plain(String question) {
        return question.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Of one that is new. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    public boolean has(String id) {
        return documents
                .find(id)
                .filter(document -> document.kind() == DocumentKind.ANSWER)
                .isPresent();
    }

    /**
     * Keeps an answer; all members give it within seconds, and this one has it spoken ahead.
     *
     * @param id of its own, or of the one whose place it takes
     * @param by who has accepted it
     * @throws DocumentRefused when it says nothing
     */
    public KeptAnswer keep(String id, AcceptedAnswer answer, String by) {
        byte[] content = AnswerDocument.bytes(answer);
        KeptDocument document = trial.document(
                        id, DocumentKind.ANSWER, answer.question(), AnswerDocument.MEDIA_TYPE, content, by)
                .titled(answer.title())
                .at(answer.url())
                .in(answer.language());
        List<String> sentences = trial.contents(document, content).passages().stream()
                .flatMap(passage -> PassageSentences.of(passage.text()).stream())
                .toList();
        documents.put(document, content);
        accepted.fire(new AnswerAccepted(sentences));
        return new KeptAnswer(document, answer);
    }

    /** @return whether there was one */
    public boolean remove(String id) {
        return has(id) && documents.remove(id);
    }
}
