package org.voiceagent.conversation.boundary;

import java.util.Optional;
import org.voiceagent.conversation.control.TokenRefused;
import org.voiceagent.conversation.control.VisitorTokens;
import org.voiceagent.conversation.entity.VisitorRef;
import org.voiceagent.web.JsonBody;

/** The field in which a site says who its visitor is. */
final class VisitorField {

    private static final String NAME = "visitorToken";

    private VisitorField() {}

    /** @return empty when the field is absent */
    static Optional<VisitorRef> read(JsonBody body, VisitorTokens tokens) {
        try {
            return body.text(NAME).map(tokens::visitor);
        } catch (TokenRefused refused) {
            throw body.invalid(NAME, refused.rule());
        }
    }
}
