package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.FakeUpstream;

/** Whatever an answer or a source says, it is text: it runs nothing, loads nothing, and disguises nothing beside it. */
class HostileTextIT extends DemoSite {

    private static final FakeUpstream FAKE = Servers.fake();

    /** What the log is built of, and nothing else; each turn with the three buttons of its answer at most. */
    private static final String OTHER_ELEMENTS = "log => [...log.querySelectorAll('*')]"
            + ".filter(node => !node.matches('.turn > .answer-actions > button, .turn > .answer-actions > button *'))"
            + ".map(node => node.localName).filter(name => !['div', 'p', 'span', 'bdi', 'ul', 'li', 'a'].includes(name))"
            + ".concat([...log.querySelectorAll('.turn')].filter(turn => turn.querySelectorAll('button').length > 3)"
            + ".map(() => 'another button'))";

    private static final String HANDLERS = "log => [...log.querySelectorAll('*')].flatMap(node => [...node.attributes])"
            + ".map(({ name }) => name).filter(name => name.startsWith('on') || name === 'style')";
    private static final String READS_FROM_LEFT = """
            sentence => {
              const range = document.createRange();
              const left = (at) => { range.setStart(sentence.firstChild, at); range.setEnd(sentence.firstChild, at + 1);
                return range.getBoundingClientRect().left; };
              return left(0) < left(3);
            }
            """;

    private final List<String> elsewhere = new ArrayList<>();

    @Override
    Server serverOfTheSite() {
        return Servers.upstream();
    }

    @BeforeEach
    void watch() {
        elsewhere.clear();
        page.onRequest(request -> {
            if (!request.url().startsWith(address())) {
                elsewhere.add(request.url());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        FAKE.unscripted();
        button("Speak answers").click();
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void sixty_hostile_answers_are_text_and_nothing_else() {
        for (int i = 0; i < HostileTexts.ANSWERS.size(); i++) {
            String answer = HostileTexts.ANSWERS.get(i);
            FAKE.answer("It says: " + answer + " Nothing more.");
            agent().evaluate("(agent, question) => agent.ask(question)", "Question " + i + "?");
            assertThat(turn(i).locator(".response:not(.underway)")).containsText("Nothing more.");
        }
        assertEquals(60, HostileTexts.ANSWERS.size());
        assertHarmless();
        screenshot("hostile");
    }

    /** As a server would tell it that leaves everything as the model wrote it. */
    @Test
    void what_comes_over_the_wire_is_shown_as_it_is() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < HostileTexts.ANSWERS.size(); i++) {
            String data = Json.createObjectBuilder()
                    .add("index", i)
                    .add("text", HostileTexts.ANSWERS.get(i))
                    .build()
                    .toString();
            events.append("event: sentence\ndata: ").append(data).append("\n\n");
        }
        told(events.append("event: done\ndata: {\"response\":\"All of it.\"}\n\n")
                .toString());
        assertThat(turn(0).locator(".sentence")).hasCount(HostileTexts.ANSWERS.size());
        assertEquals(HostileTexts.ANSWERS, turn(0).locator(".sentence").allTextContents());
        assertHarmless();
    }

    @Test
    void sources_with_hostile_titles_and_addresses_are_text_or_lead_to_web_pages() {
        JsonArrayBuilder sources = Json.createArrayBuilder();
        for (int i = 0; i < HostileTexts.ANSWERS.size(); i++) {
            String url = HostileTexts.ADDRESSES.get(i % HostileTexts.ADDRESSES.size());
            sources.add(source(HostileTexts.ANSWERS.get(i), i % 3 == 0 ? "help/opening-hours" : url));
        }
        JsonObjectBuilder done =
                Json.createObjectBuilder().add("response", "Look here.").add("sources", sources);
        told("event: done\ndata: " + done.build() + "\n\n");
        assertThat(turn(0).locator(".sources li")).hasCount(60);
        assertThat(turn(0).locator(".sources a")).hasCount(20);
        assertEquals(
                List.of(),
                conversation()
                        .evaluate("log => [...log.querySelectorAll('a')].map(link => link.protocol)"
                                + ".filter(protocol => !protocol.startsWith('http'))"));
        assertHarmless();
        screenshot("hostile-sources");
    }

    @Test
    void a_control_character_turns_round_nothing_beside_it() {
        FAKE.answer("Send it to \u202Eelpmaxe.live. Better not, says the shop.");
        agent().evaluate("agent => agent.ask('\u202EWhere to?')");
        assertThat(turn(0).locator(".sentence")).hasCount(2);
        assertTrue((Boolean) turn(0).locator(".sentence").nth(1).evaluate(READS_FROM_LEFT));
        assertHarmless();
    }

    private static JsonObjectBuilder source(String title, String url) {
        return Json.createObjectBuilder().add("title", title).add("url", url);
    }

    private void assertHarmless() {
        assertEquals(List.of(), conversation().evaluate(OTHER_ELEMENTS));
        assertEquals(List.of(), conversation().evaluate(HANDLERS));
        assertTrue((Boolean) conversation().evaluate("log => log.scrollWidth <= log.clientWidth"), "too wide");
        assertEquals(List.of(), elsewhere);
        assertEquals(List.of(), complaints);
    }

    private void told(String events) {
        page.route(
                "**/turns",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/event-stream")
                        .setBody(events)));
        agent().evaluate("agent => agent.ask('Where?')");
    }
}
