package org.voiceagent.knowledge.control;

import java.util.List;
import org.voiceagent.knowledge.entity.Fetched;
import org.voiceagent.knowledge.entity.KeptDocument;

/** The pages that are known, by their URLs as names. */
interface KeptPages {

    List<KeptDocument> all();

    void put(KeptDocument page, byte[] content);

    void note(String id, Fetched fetched);

    void remove(String id);
}
