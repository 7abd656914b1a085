package org.voiceagent.admin.store;

import com.hazelcast.config.Config;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.voiceagent.cluster.MapContribution;
import org.voiceagent.database.CommonDatabase;

/** Tells the other servers where this one keeps the audit: they must all read the same. */
@Dependent
public class AuditKind implements MapContribution {

    private final AuditDatabase audit;

    @Inject
    AuditKind(AuditDatabase audit) {
        this.audit = audit;
    }

    @Override
    public void contribute(Config config, int backups) {
        config.getMemberAttributeConfig().setAttribute(AuditDatabase.KEY, CommonDatabase.kind(audit.database()));
    }
}
