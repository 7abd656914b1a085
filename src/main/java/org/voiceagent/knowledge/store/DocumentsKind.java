package org.voiceagent.knowledge.store;

import com.hazelcast.config.Config;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.database.CommonDatabase;

/** Tells the other servers where this one keeps documents: they must all know the same. */
@Dependent
public class DocumentsKind implements MapContribution {

    private final DocumentDatabase documents;

    @Inject
    DocumentsKind(DocumentDatabase documents) {
        this.documents = documents;
    }

    @Override
    public void contribute(Config config, int backups) {
        config.getMemberAttributeConfig().setAttribute(DocumentDatabase.KEY, CommonDatabase.kind(documents.database()));
    }
}
