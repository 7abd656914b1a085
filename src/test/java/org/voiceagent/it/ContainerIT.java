package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.knowledge.control.SiteKnowledge;
import org.voiceagent.knowledge.entity.Wording;

/** The beans as the container wires them, seen from inside. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {

    @Inject
    private ConversationMemory memory;

    @Inject
    private SiteKnowledge knowledge;

    @Inject
    private AnswerModel model;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "voice-agent.war")
                .importFrom(new File("target/voice-agent.war"))
                .as(WebArchive.class);
    }

    @Test
    void remembers_in_the_bundled_member() {
        SessionRef session = SessionRef.of(SessionId.mint());
        memory.begin(session, Preferences.NONE);
        Turn turn = new Turn(TurnId.mint(), "When?", "At nine.", Instant.ofEpochMilli(1_000), Outcome.DONE, List.of());
        Fingerprint print = Fingerprint.of(List.of("When?"));
        assertEquals(
                1,
                assertInstanceOf(Admittance.Admitted.class, memory.admit(session, turn.id(), print))
                        .number());
        assertTrue(memory.remember(session, turn, 1, print));
        assertEquals(List.of(turn), memory.recall(session).orElseThrow().turns());
        assertTrue(memory.recall(session).orElseThrow().expiresIn().compareTo(Duration.ofMinutes(59)) > 0);
    }

    @Test
    void finds_passages_in_the_war() {
        assertEquals(
                "help/opening-hours#saturday",
                knowledge
                        .find(Wording.only("When are you open on Saturday?"), List.of(), "en", 1)
                        .get(0)
                        .passage()
                        .url());
        assertEquals("embedded", model.engine());
    }
}
