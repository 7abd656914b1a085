package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.knowledge.control.WebSite;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;

/** What admins do, on a server of its own: while the agent is off nobody else can use it. */
class AdminActsIT extends DemoSite {

    private static final Duration WRITTEN = Duration.ofSeconds(30);
    private static final AudioClip UTTERANCE =
            SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, SATURDAY).resampledTo(16_000);
    private static final Duration END = Duration.ofMillis(900);

    /** More than a call of JSON may have, which the server takes for a document only. */
    private static final int MOST_BYTES = 600_000;

    private static final Path KNOWLEDGE =
            Path.of("target", "servers", "acts-knowledge").toAbsolutePath();
    private static final Path SYNONYMS = KNOWLEDGE.resolveSibling("acts-synonyms.txt");

    private static final String OBSERVATORY = "<nav>Home</nav><main><h1>Observatory</h1><h2 id=opening>Opening</h2>"
            + "<p>The observatory is open at %s.</p></main>";
    private static final String TELESCOPE = "<main><h1>Telescope</h1><p>The telescope is from Jena.</p></main>";

    private final WebSite site = WebSite.start();

    private Server server;
    private Calls calls;
    private AdminCalls admin;

    @Override
    Server serverOfTheSite() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OPENAI_API_KEY",
                Servers.KEY,
                "OPENAI_BASE_URL",
                Servers.fake().url().toString()));
        environment.putAll(Admins.environment());
        environment.put("VOICE_KNOWLEDGE_LOCATION", KNOWLEDGE.toString());
        environment.put("VOICE_KNOWLEDGE_MAX_BYTES", Integer.toString(MOST_BYTES));
        environment.put("VOICE_KNOWLEDGE_SYNONYMS", SYNONYMS.toString());
        writeKnowledge();
        putPagesOnline();
        environment.put("VOICE_KNOWLEDGE_WEB_SITEMAPS", site.at("/sitemap.xml").toString());
        environment.put("VOICE_KNOWLEDGE_WEB_PAUSE", "PT0.01S");
        environment.put("VOICE_KNOWLEDGE_WEB_PRIVATE_ADDRESSES", "true");
        server = Server.started("acts", environment);
        calls = Calls.to(server);
        admin = AdminCalls.admin(server);
        return server;
    }

    private static void writeKnowledge() {
        try {
            Files.createDirectories(KNOWLEDGE);
            Files.writeString(SYNONYMS, "velo, bike\n");
            Files.deleteIfExists(KNOWLEDGE.resolve("parking.html"));
            Files.writeString(KNOWLEDGE.resolve("hours.md"), "# Hours\n\n## Saturday\n\nFrom ten until four.\n");
            Files.writeString(KNOWLEDGE.resolve("flyer.pdf"), "This is no PDF.");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void putPagesOnline() {
        String list = "<urlset><url><loc>/observatory</loc></url><url><loc>/telescope</loc></url></urlset>";
        site.has("/sitemap.xml", "application/xml", list)
                .has("/observatory", "text/html", OBSERVATORY.formatted("new moon"))
                .has("/telescope", "text/html", TELESCOPE);
    }

    @AfterAll
    void stopServer() {
        server.close();
        site.close();
    }

    @BeforeEach
    void anAnswer() {
        Servers.fake()
                .unscripted()
                .timing(Duration.ZERO, Duration.ZERO)
                .transcript(SATURDAY)
                .answer("From ten until four.");
    }

    @AfterEach
    void leaveTheAgentOn() {
        assertEquals(204, admin.agent(true, "").statusCode());
        Servers.fake().unscripted();
    }

    private JsonObject newest(String act) {
        return admin.audit().stream()
                .filter(row -> row.getString("act").equals(act))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void switched_off_the_agent_takes_no_call_and_no_further_turn_of_a_live_conversation() {
        try (LiveClient live = LiveClient.connect(server).start(calls.session())) {
            assertEquals(204, admin.agent(false, "It says odd things.").statusCode());
            Problems.assertProblem(calls.send(calls.api("/config").GET()), 503, "agent-disabled");
            live.say(UTTERANCE);
            live.beQuiet(END);
            assertEquals(
                    "/problems/agent-disabled",
                    live.await("error").json().getJsonObject("problem").getString("type"));
            assertEquals(204, admin.agent(true, "").statusCode());
            live.say(UTTERANCE);
            live.beQuiet(END);
            assertEquals(SATURDAY, live.await("transcript").json().getString("text"));
            live.await("done");
        }
        await().atMost(WRITTEN).untilAsserted(() -> {
            JsonObject row = newest("agent-off");
            assertEquals("It says odd things.", row.getString("detail"));
            assertEquals("admin", row.getString("user"));
            assertEquals("127.0.0.1", row.getString("address"));
            assertEquals("done", row.getString("outcome"));
        });
    }

    @Test
    void a_turn_begun_before_is_finished_and_its_visitor_can_erase_it() throws IOException {
        Servers.fake()
                .answer("One two three four. Five six seven eight. Nine ten eleven twelve.")
                .timing(Duration.ZERO, Duration.ofMillis(200));
        String session = calls.session();
        String turn = UUID.randomUUID().toString();
        Form form = new Form().field("turnId", turn).field("question", "Count").field("speech", "false");
        try (BufferedReader events = Events.live(calls, form.post(calls.inSession(session, "/turns")))) {
            Events.awaitSentences(events, 1);
            assertEquals(204, admin.agent(false, "").statusCode());
            HttpResponse<String> heard =
                    calls.send(calls.json("/turns/" + turn + "/heard", session, "{\"through\":0}"));
            assertEquals(204, heard.statusCode(), heard.body());
            assertTrue(events.lines().anyMatch("event: done"::equals));
        }
        assertEquals(
                200,
                calls.send(calls.inSession(session, "/sessions/current/export").GET())
                        .statusCode());
        assertEquals(
                200,
                calls.send(calls.inSession(session, "/sessions/current").DELETE())
                        .statusCode());
    }

    @Test
    void emptied_caches_are_made_anew_and_the_act_tells_how_many_entries_they_had() {
        String session = calls.session();
        String text = "{\"text\":\"Kept until an admin says otherwise.\"}";
        calls.send(calls.json("/speak", session, text));
        int spoken = Servers.fake().calls(FakeUpstream.SPEECH).size();
        calls.send(calls.json("/speak", session, text));
        assertEquals(spoken, Servers.fake().calls(FakeUpstream.SPEECH).size());
        assertTrue(Calls.object(admin.delete("caches")).getInt("entries") >= 1);
        calls.send(calls.json("/speak", session, text));
        assertEquals(spoken + 1, Servers.fake().calls(FakeUpstream.SPEECH).size());
        assertEquals(1, Calls.object(admin.delete("caches")).getInt("entries"));
        await().atMost(WRITTEN)
                .untilAsserted(
                        () -> assertEquals("entries=1", newest("empty-caches").getString("detail")));
    }

    @Test
    void an_ended_session_is_erased_in_every_store() {
        String session = calls.session();
        calls.ask(session, SATURDAY);
        String ref = SessionRef.of(SessionId.parse(session).orElseThrow()).value();
        HttpResponse<String> answer = admin.delete("sessions/" + ref);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("{\"erased\":{\"conversations\":1,\"log\":2},\"pending\":[]}", answer.body());
        Problems.assertProblem(
                calls.send(calls.inSession(session, "/sessions/current").GET()), 404, "session-not-found");
        assertEquals(
                "{\"erased\":{\"conversations\":0,\"log\":0},\"pending\":[]}",
                admin.delete("sessions/" + ref).body());
        JsonObject row = newest("end-session");
        assertEquals(ref, row.getString("subject"));
        Problems.assertProblem(admin.delete("sessions/" + ref.substring(1)), 422, "invalid-field");
    }

    @Test
    void who_comes_who_fails_and_who_goes_is_written_down() {
        Admins.signIn(server, "mallory\\ud800", "wrong");
        AdminCalls.viewer(server).delete("sign-in");
        await().atMost(WRITTEN).untilAsserted(() -> {
            List<String> rows = admin.audit().stream()
                    .map(row -> row.getString("act") + " " + row.getString("user") + " " + row.getString("outcome"))
                    .toList();
            assertTrue(
                    rows.containsAll(
                            List.of("sign-in (unknown) refused", "sign-in viewer done", "sign-out viewer done")),
                    rows.toString());
        });
        assertTrue(server.log().contains("admin act=sign-out user=\"viewer\""), "a line of the log as well");
    }

    @Test
    void the_audit_is_read_page_by_page() {
        admin.delete("caches");
        JsonObject first = Calls.object(admin.read("audit?most=1"));
        JsonObject second = Calls.object(admin.read("audit?most=1&before=" + first.getString("next")));
        List<JsonObject> both =
                Calls.object(admin.read("audit?most=2")).getJsonArray("rows").getValuesAs(JsonObject.class);
        assertEquals(both.get(1), second.getJsonArray("rows").getJsonObject(0));
        Problems.assertProblem(admin.read("audit?most=0"), 422, "invalid-field");
        Problems.assertProblem(admin.read("audit?before=x"), 422, "invalid-field");
    }

    @Test
    void a_document_that_comes_is_answered_from_without_a_restart() throws IOException {
        Files.writeString(
                KNOWLEDGE.resolve("parking.html"),
                "<h1>Parking</h1><nav>Home</nav><h2 id=cars>Cars</h2><p>Cars are parked behind the shop.</p>");
        Servers.fake().answer("Behind the shop. [1]");
        String session = calls.session();
        await().atMost(WRITTEN).untilAsserted(() -> {
            JsonObject answer = Calls.object(calls.ask(session, "Where can I park my car?"));
            assertEquals("help/parking.html#cars", source(answer));
        });
        String prompt = new String(
                Servers.fake().lastCall(FakeUpstream.CHAT).orElseThrow().body(), StandardCharsets.UTF_8);
        assertTrue(prompt.contains("Cars are parked behind the shop."), prompt);
    }

    private static String source(JsonObject answer) {
        return answer.getJsonArray("sources").getJsonObject(0).getString("url");
    }

    @Test
    void a_visitor_is_answered_from_documents_in_the_own_language() throws IOException {
        Files.writeString(KNOWLEDGE.resolve("samstag.de.md"), "# Samstag\n\nVon zehn bis vier.\n");
        Servers.fake().answer("Von zehn bis vier. [1]");
        String german = calls.session();
        calls.send(calls.inSession(german, "/sessions/current/preferences")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"language\":\"de-AT\"}")));
        await().atMost(WRITTEN)
                .untilAsserted(
                        () -> assertEquals("help/samstag-de", source(Calls.object(calls.ask(german, "Samstag?")))));
        assertEquals("help/hours#saturday", source(Calls.object(calls.ask(calls.session(), "Saturday?"))));
    }

    @Test
    void synonyms_that_come_count_without_a_restart_and_broken_ones_are_told() throws IOException {
        Files.writeString(SYNONYMS, "caturday, day of cats => saturday\n");
        Servers.fake().answer("From ten until four. [1]");
        String session = calls.session();
        await().atMost(WRITTEN)
                .untilAsserted(() -> assertEquals(
                        "help/hours#saturday", source(Calls.object(calls.ask(session, "When is the day of cats?")))));
        AdminCalls viewer = AdminCalls.viewer(server);
        Files.writeString(SYNONYMS, "a => b => c\n");
        await().atMost(WRITTEN).untilAsserted(() -> assertTrue(trouble(viewer).contains("line 1"), trouble(viewer)));
        Files.writeString(SYNONYMS, "velo, bike, push bike\n");
        await().atMost(WRITTEN).untilAsserted(() -> assertEquals("", trouble(viewer)));
    }

    private static String trouble(AdminCalls viewer) {
        return Calls.object(viewer.read("knowledge")).getJsonObject("knowledge").getString("trouble", "");
    }

    @Test
    void an_admin_sees_what_is_known_and_has_it_read_again() {
        page.navigate(address() + "/admin/#knowledge");
        Admins.signIn(page, "admin", Admins.PASSWORD);
        Locator table = page.getByRole(
                AriaRole.TABLE, new Page.GetByRoleOptions().setName("Documents").setExact(true));
        assertThat(table).containsText("flyer.pdf");
        assertThat(table).containsText("Refused: it cannot be read: IOException. It is left out.");
        assertThat(page.locator("main")).containsText("Searched by");
        assertThat(page.locator("main"))
                .containsText(Pattern.compile("Version [0-9a-f]{12}, built on [A-Z][a-z]{2} \\d"));
        button("Read again now").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("documents were read again by");
        assertThat(button("Read again now")).isFocused();
        screenshot("admin-knowledge");
        assertAccessible();
        page.setViewportSize(360, 640);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshot("admin-knowledge-phone-dark");
        assertAccessible();
        await().atMost(WRITTEN)
                .untilAsserted(
                        () -> assertEquals("done", newest("read-knowledge").getString("outcome")));
        Problems.assertProblem(AdminCalls.viewer(server).post("knowledge/readings"), 403, "not-allowed");
    }

    @Test
    void an_uploaded_document_is_answered_from_and_a_removed_one_is_not() {
        HttpResponse<String> kept = admin.upload("Lockers.md", "# Lockers\n\n## Price\n\nA locker costs two pounds.\n");
        assertEquals(201, kept.statusCode(), kept.body());
        JsonObject document = Calls.object(kept);
        assertEquals("admin", document.getString("addedBy"));
        await().atMost(WRITTEN).until(() -> sourceOf("What does a locker cost?").equals("help/lockers#price"));
        assertEquals(
                201,
                admin.upload("Lockers.md", "# Lockers\n\nLockers are free.\n").statusCode());
        await().atMost(WRITTEN).until(() -> sourceOf("What does a locker cost?").equals("help/lockers"));
        String path = "knowledge/documents/" + document.getString("id");
        HttpResponse<String> content = admin.read(path + "/content");
        assertEquals("# Lockers\n\nLockers are free.\n", content.body());
        assertEquals(
                "attachment; filename*=UTF-8''Lockers.md",
                content.headers().firstValue("Content-Disposition").orElse("none"));
        assertEquals(204, admin.delete(path).statusCode());
        await().atMost(WRITTEN)
                .until(() -> !sourceOf("What does a locker cost?").startsWith("help/lockers"));
        Problems.assertProblem(admin.delete(path), 404, "document-not-found");
        assertEquals("Lockers.md", newest("upload-document").getString("detail"));
        assertEquals("Lockers.md", newest("remove-document").getString("detail"));
    }

    /** The address of the first source of an answer, or its title where it has none. */
    private String sourceOf(String question) {
        Servers.fake().answer("As it says there. [1]");
        JsonObject answer = Calls.object(calls.ask(calls.session(), question));
        JsonObject source = answer.getJsonArray("sources").getJsonObject(0);
        return source.getString("url").isEmpty() ? source.getString("title") : source.getString("url");
    }

    @Test
    void pages_of_a_website_are_answered_from_and_anew_when_they_have_changed() {
        putPagesOnline();
        String opening = site.at("/observatory#opening").toString();
        await().atMost(WRITTEN)
                .until(() -> sourceOf("When is the observatory open?").equals(opening));
        site.has("/observatory", "text/html", OBSERVATORY.formatted("full moon"))
                .has("/telescope", "text/html", "<nav>Home</nav>");
        JsonObject fetched = fetchedNow();
        assertEquals(1, fetched.getJsonObject("report").getInt("changed"));
        assertEquals(1, fetched.getJsonObject("report").getInt("failed"));
        assertEquals(2, fetched.getInt("pages"), "one that cannot be read any more stays as it was");
        assertEquals(
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("problem", "It says nothing.")
                                .add("url", site.at("/telescope").toString()))
                        .build(),
                fetched.getJsonObject("report").getJsonArray("problems"));
        await().atMost(WRITTEN).untilAsserted(() -> {
            assertEquals(opening, sourceOf("When is the observatory open?"));
            String prompt = new String(
                    Servers.fake().lastCall(FakeUpstream.CHAT).orElseThrow().body(), StandardCharsets.UTF_8);
            assertTrue(prompt.contains("The observatory is open at full moon."), prompt);
        });
        assertEquals(site.at("/telescope").toString(), sourceOf("Where is the telescope from?"));
        assertEquals("done", newest("fetch-pages").getString("outcome"));
    }

    private JsonObject fetchedNow() {
        HttpResponse<String> asked = admin.post("knowledge/fetches");
        assertEquals(202, asked.statusCode(), asked.body());
        await().atMost(WRITTEN)
                .until(() -> !Calls.object(admin.read("knowledge/fetches")).getBoolean("running"));
        return Calls.object(admin.read("knowledge/fetches"));
    }

    @Test
    void an_admin_sees_the_pages_of_websites_and_has_them_fetched() {
        putPagesOnline();
        site.answers("/telescope", 500);
        page.navigate(address() + "/admin/#knowledge");
        Admins.signIn(page, "admin", Admins.PASSWORD);
        button("Fetch now").click();
        assertThat(page.locator("p[role=status]")).containsText("The pages were fetched:");
        assertThat(button("Fetch now")).isFocused();
        Locator problems = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Problems of pages"));
        assertThat(problems).containsText(site.at("/telescope").toString());
        assertThat(problems).containsText("Its host answered with status 500.");
        screenshot("admin-knowledge-pages");
        assertAccessible();
        page.setViewportSize(360, 640);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"));
        screenshot("admin-knowledge-pages-phone");
    }

    @ParameterizedTest
    @CsvSource({
        "empty.md, text/markdown, '', 422, document-refused",
        "<img src=x>.pdf, application/pdf, '%PDF-1.7 and no more', 422, document-refused",
        "<script>.html, text/html, '<nav>Nothing is said</nav>', 422, document-refused",
        "../../up.md, text/markdown, '# Up', 422, invalid-field",
        "a/b.md, text/markdown, '# Up', 422, invalid-field",
        "tool.exe, application/octet-stream, 'MZ', 422, invalid-field",
        "pool.md, image/png, '# Pool', 415, unsupported-media-type"
    })
    void what_cannot_be_read_is_refused_with_a_reason_and_nothing_is_kept(
            String name, String type, String content, int status, String problem) {
        HttpResponse<String> refused = admin.upload(name, type, content.getBytes(StandardCharsets.UTF_8));
        Problems.assertProblem(refused, status, problem);
        assertEquals(
                List.of(),
                Calls.object(admin.read("knowledge/documents"))
                        .getJsonArray("documents")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(document -> document.getString("name"))
                        .filter(name::equals)
                        .toList());
    }

    @Test
    void a_document_that_is_too_large_is_refused_while_it_arrives() {
        byte[] large = new byte[MOST_BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        Problems.assertProblem(admin.upload("large.md", "text/markdown", large), 413, "body-too-large");
        byte[] largest = Arrays.copyOf(large, MOST_BYTES);
        HttpResponse<String> kept = admin.upload("<i>largest.md", "text/markdown", largest);
        assertEquals(201, kept.statusCode(), kept.body());
        assertEquals(
                204,
                admin.delete("knowledge/documents/" + Calls.object(kept).getString("id"))
                        .statusCode());
    }

    @Test
    void an_accepted_answer_is_given_to_a_paraphrase_and_spoken_before_anybody_asks() {
        long made = calls.metric("voice_agent_speech_ahead");
        String dogs = "{\"question\":\"May I bring my dog?\",\"answer\":\"Dogs are welcome. Keep them on a lead.\"}";
        HttpResponse<String> kept = admin.answer("POST", "knowledge/answers", dogs);
        assertEquals(201, kept.statusCode(), kept.body());
        await().atMost(WRITTEN).until(() -> sourceOf("Can my dog come with me?").equals("May I bring my dog?"));
        await().atMost(WRITTEN).until(() -> calls.metric("voice_agent_speech_ahead") == made + 2);
        int spoken = Servers.fake().calls(FakeUpstream.SPEECH).size();
        Servers.fake().answer("Dogs are welcome. Keep them on a lead. [1]");
        Form turn = new Form().field("turnId", UUID.randomUUID().toString()).field("question", "Can my dog come?");
        String told = calls.send(turn.post(calls.inSession(calls.session(), "/turns")))
                .body();
        assertTrue(told.contains("event: audio"), told);
        assertEquals(spoken, Servers.fake().calls(FakeUpstream.SPEECH).size(), "it came from the cache");
        String path = "knowledge/answers/" + Calls.object(kept).getString("id");
        HttpResponse<String> again = admin.answer("POST", "knowledge/answers", dogs.replace("May I", "may  I"));
        assertEquals(
                Calls.object(kept).getString("id"), Calls.object(again).getString("id"), "it is the same question");
        String rules =
                "{\"question\":\"May I bring my dog?\",\"answer\":\"Yes.\",\"title\":\"House rules\",\"url\":\"/rules#dogs\"}";
        assertEquals(200, admin.answer("PUT", path, rules).statusCode());
        await().atMost(WRITTEN).until(() -> sourceOf("Can my dog come with me?").equals("/rules#dogs"));
        assertEquals(204, admin.delete(path).statusCode());
        await().atMost(WRITTEN)
                .until(() -> !sourceOf("Can my dog come with me?").equals("/rules#dogs"));
        Problems.assertProblem(admin.answer("PUT", path, rules), 404, "document-not-found");
        for (String act : List.of("accept-answer", "change-answer", "remove-answer")) {
            await().atMost(WRITTEN)
                    .untilAsserted(() -> assertEquals("done", newest(act).getString("outcome")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"question\":\"When?\"}",
                "{\"question\":\" \",\"answer\":\"At ten.\"}",
                "{\"question\":\"When?\",\"answer\":\"At ten.\",\"url\":\"javascript:alert(1)\"}",
                "{\"question\":\"When?\",\"answer\":\"At ten.\",\"language\":\"<b>\"}",
                "{\"question\":\"When?\",\"answer\":\"At ten.\",\"wordings\":[1]}"
            })
    void an_answer_that_breaks_a_rule_is_refused(String json) {
        Problems.assertProblem(admin.answer("POST", "knowledge/answers", json), 422, "invalid-field");
    }

    @Test
    void an_admin_adds_documents_and_answers_and_a_viewer_sees_them() {
        page.navigate(address() + "/admin/#knowledge");
        Admins.signIn(page, "admin", Admins.PASSWORD);
        page.getByLabel("Documents: Markdown, HTML or PDF").setInputFiles(new FilePayload[] {
            new FilePayload("sauna.md", "", "# Sauna\n\nThe sauna is warm.\n".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("<b>broken.pdf", "", new byte[] {1})
        });
        button("Upload").click();
        Locator told = page.locator("p[role=status]");
        assertThat(told).containsText("sauna.md is uploaded.");
        assertThat(told).containsText("<b>broken.pdf: The document cannot be read");
        Locator uploads = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Uploaded documents"));
        assertThat(uploads).containsText("sauna.md");
        page.getByLabel("Question", new Page.GetByLabelOptions().setExact(true)).fill("Is there a kiosk?");
        page.getByLabel("Answer", new Page.GetByLabelOptions().setExact(true)).fill("Yes, at the gate.");
        page.getByLabel("Other ways").fill("Can I buy snacks?\n");
        button("Accept").click();
        assertThat(told).containsText("The answer is accepted.");
        Locator answers = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Accepted answers"));
        assertThat(answers).containsText("Yes, at the gate.");
        button("Edit: Is there a kiosk?").click();
        assertThat(page.getByLabel("Other ways")).hasValue("Can I buy snacks?");
        page.getByLabel("Answer", new Page.GetByLabelOptions().setExact(true)).fill("Yes, behind the gate.");
        button("Save").click();
        assertThat(answers).containsText("Yes, behind the gate.");
        assertThat(page.getByRole(
                        AriaRole.TABLE,
                        new Page.GetByRoleOptions().setName("Documents").setExact(true)))
                .containsText("Accepted answer");
        screenshot("admin-knowledge-added");
        assertAccessible();
        page.setViewportSize(360, 640);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshot("admin-knowledge-added-phone-dark");
        assertAccessible();
        button("Sign out").click();
        page.navigate(address() + "/admin/#knowledge");
        Admins.signIn(page, "viewer", Admins.VIEWERS_PASSWORD);
        assertThat(answers).containsText("Yes, behind the gate.");
        assertThat(page.locator("form:visible")).hasCount(0);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download sauna.md")))
                .isVisible();
        assertThat(button("Remove sauna.md")).hasCount(0);
        button("Sign out").click();
        Admins.signIn(page, "admin", Admins.PASSWORD);
        page.navigate(address() + "/admin/#knowledge");
        button("Remove sauna.md").click();
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(page.getByText("Nothing is uploaded.")).isVisible();
        button("Remove: Is there a kiosk?").click();
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(page.getByText("No answer is accepted.")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "agent, PUT",
        "caches, DELETE",
        "sessions/0123456789abcdef0123456789abcdef, DELETE",
        "knowledge/readings, POST",
        "knowledge/fetches, POST",
        "knowledge/documents, POST",
        "knowledge/documents/1, DELETE",
        "knowledge/answers, POST",
        "knowledge/answers/1, PUT",
        "knowledge/answers/1, DELETE"
    })
    void nobody_acts_but_an_admin(String path, String method) {
        HttpResponse<String> nobody = calls.send(calls.request("/admin/api/" + path)
                .header("Origin", server.url().toString())
                .method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertEquals(401, nobody.statusCode());
        AdminCalls viewer = AdminCalls.viewer(server);
        Problems.assertProblem(viewer.call(method, path), 403, "not-allowed");
        assertEquals(403, admin.callUnmeant(method, path).statusCode());
        assertEquals(200, calls.send(calls.api("/config").GET()).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"cluster", "audit", "knowledge", "knowledge/documents", "knowledge/answers", "knowledge/fetches"})
    void a_viewer_sees_what_an_admin_sees(String path) {
        assertEquals(200, AdminCalls.viewer(server).read(path).statusCode());
        assertEquals(401, calls.send(calls.request("/admin/api/" + path).GET()).statusCode());
    }

    private void signIn(String user, String password) {
        page.navigate(address() + "/admin/#cluster");
        Admins.signIn(page, user, password);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Cluster")))
                .isVisible();
    }

    private Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private void assertAccessible() {
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
    }

    @Test
    void an_admin_is_asked_before_the_agent_is_switched_and_told_what_came_of_it() {
        signIn("admin", Admins.PASSWORD);
        button("Switch the agent off").click();
        assertThat(dialog()).containsText("Visitors get no more answers");
        assertAccessible();
        screenshot("admin-switch-dialog");
        page.keyboard().press("Escape");
        assertThat(dialog()).isHidden();
        assertThat(button("Switch the agent off")).isFocused();
        assertEquals(200, calls.send(calls.api("/config").GET()).statusCode(), "nothing is done yet");
        button("Switch the agent off").click();
        page.getByLabel("Reason").fill("It says odd things.");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Switch off"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The agent is off, on all servers.");
        assertThat(button("Switch the agent on")).isFocused();
        assertThat(page.locator("main")).containsText("Switched off by admin: It says odd things.");
        Problems.assertProblem(calls.send(calls.api("/config").GET()), 503, "agent-disabled");
        screenshot("admin-cluster-off");
        assertAccessible();
    }

    @Test
    void a_session_is_ended_by_its_whole_reference_only() {
        String session = calls.session();
        signIn("admin", Admins.PASSWORD);
        button("End a session").click();
        page.getByLabel("Reference").fill("0123");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End and erase"))
                .click();
        assertThat(dialog()).isVisible();
        page.getByLabel("Reference")
                .fill(SessionRef.of(SessionId.parse(session).orElseThrow()).value());
        screenshot("admin-end-session");
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End and erase"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The session is ended. Erased: conversations 1");
        button("Empty the caches").click();
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Empty"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The caches are empty.");
    }

    @Test
    void the_audit_page_shows_who_did_what() {
        admin.agent(true, "Only to be read.");
        signIn("viewer", Admins.VIEWERS_PASSWORD);
        assertThat(button("Switch the agent off")).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit"))
                .click();
        Locator table = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Acts, newest first"));
        assertThat(table).containsText("Agent switched on");
        assertThat(table).containsText("Only to be read.");
        assertAccessible();
        screenshot("admin-audit");
        page.setViewportSize(360, 640);
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= 360"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshot("admin-audit-phone-dark");
        assertAccessible();
    }

    @Test
    void a_visitor_who_is_talking_is_told_and_goes_on_when_the_agent_is_back() {
        ask(SATURDAY);
        assertThat(turn(0)).containsText("From ten until four.");
        admin.agent(false, "");
        ask(SUNDAY);
        assertThat(alert()).containsText("I am not available at the moment.");
        admin.agent(true, "");
        ask(SUNDAY);
        assertThat(conversation()).containsText(SUNDAY);
        assertThat(conversation().getByText("From ten until four.")).hasCount(2);
    }
}
