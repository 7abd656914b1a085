package org.voiceagent.admin.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.admin.entity.SignInAttempt;
import org.voiceagent.cluster.TestMember;

class SignInAttemptsTest {

    private static final SignInAttempt ATTEMPT = new SignInAttempt(
            "a-nonce", "a-verifier", URI.create("https://shop.example/admin/api/sign-in/oidc/callback"), "cost");

    private static TestMember member;

    @BeforeAll
    static void start() {
        member = TestMember.with(new AttemptMap());
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    @Test
    void serves_once_and_only_the_browser_that_began() {
        SignInAttempts attempts = new AttemptMap().attempts(member.member());
        attempts.open("state", "browser", ATTEMPT);
        assertEquals(Optional.empty(), attempts.take("state", "other"));
        assertEquals(Optional.empty(), attempts.take("other", "browser"));
        assertEquals(Optional.of(ATTEMPT), attempts.take("state", "browser"));
        assertEquals(Optional.empty(), attempts.take("state", "browser"));
    }

    @Test
    void lives_ten_minutes_and_shows_nobody_its_secrets() {
        SignInAttempts attempts = new AttemptMap().attempts(member.member());
        attempts.open("state-2", "browser-2", ATTEMPT);
        member.hazelcast().<String, StoredAttempt>getMap(AttemptMap.NAME).forEach((key, stored) -> {
            assertFalse(key.contains("state") || key.contains("browser"), key);
            assertFalse(
                    stored.toString().contains("a-nonce") || stored.toString().contains("a-verifier"));
            long life =
                    member.hazelcast().getMap(AttemptMap.NAME).getEntryView(key).getTtl();
            assertEquals(SignInAttempts.LIFE.toMillis(), life);
        });
        assertTrue(attempts.take("state-2", "browser-2").isPresent());
    }
}
