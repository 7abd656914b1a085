package org.voiceagent.knowledge.control;

import java.util.List;
import org.voiceagent.knowledge.entity.DocumentKind;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** The pages among the documents of the database. */
final class FetchedPages implements KeptPages {

    private final KnowledgeDocuments documents;

    FetchedPages(KnowledgeDocuments documents) {
        this.documents = documents;
    }

    @Override
    public List<KeptDocument> all() {
        return documents.all().stream()
                .filter(document -> document.kind() == DocumentKind.PAGE)
                .toList();
    }

    @Override
    public void put(KeptDocument page, byte[] content) {
        documents.put(page, content);
    }

    @Override
    public void note(String id, Fetched fetched) {
        documents.note(id, fetched);
    }

    @Override
    public void remove(String id) {
        documents.remove(id);
    }
}
