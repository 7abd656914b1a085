package org.voiceagent.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.insight.entity.Gap;
import org.voiceagent.insight.entity.KnownReport;
import org.voiceagent.insight.entity.QuestionGroup;
import org.voiceagent.insight.entity.Report;
import org.voiceagent.insight.entity.Script;
import org.voiceagent.insight.entity.ScriptedTurn;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.store.LogTables;
import org.voiceagent.upstream.FakeUpstream;

/** Analytics in a real browser, over a log of which every turn is known. */
class AnalyticsPagesIT extends DemoSite {

    private static final String NAME = "analytics";
    private static final int TURNS = 2000;
    private static final LocalDate TODAY = LocalDate.now(Script.ZONE);

    private final Script script = Script.upTo(TODAY, TURNS);
    private Server server;

    @Override
    Server serverOfTheSite() {
        Path data = Path.of("target", "servers", NAME, "data", "voice-agent").toAbsolutePath();
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:" + data);
        LogTables tables = new LogTables(file);
        tables.empty();
        tables.write(script.rows());
        Map<String, String> environment = new HashMap<>(Admins.environment());
        environment.put("OPENAI_API_KEY", Servers.KEY);
        environment.put("OPENAI_BASE_URL", Servers.fake().url().toString());
        environment.put("VOICE_INSIGHT_TIME_ZONE", Script.ZONE.getId());
        server = Server.started(NAME, ServerSetup.slim(environment).brief());
        return server;
    }

    @AfterAll
    void stopTheServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    void openTheSite(Chromium browser) {
        context = browser.browser().newContext(contextOptions());
        page = listenedTo(context.newPage());
        page.setViewportSize(1360, 900);
        page.navigate(address() + "/admin/");
        assertThat(page.getByLabel("User")).isVisible();
        Admins.signIn(page, "viewer", Admins.VIEWERS_PASSWORD);
        assertThat(heading("Analytics")).isVisible();
    }

    private Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private Locator table(String name) {
        return page.getByRole(
                AriaRole.TABLE, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator choice(String label) {
        return page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator figure(String label) {
        return page.locator(".figure").filter(new Locator.FilterOptions().setHas(page.getByText(label, exact())));
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private Report known(TurnFilter filter) {
        return KnownReport.of(script, TODAY, 7, filter);
    }

    private void assertShown(Report known) {
        assertThat(figure("Questions").locator("dd").first())
                .hasText(count(known.totals().sums().turns()));
        assertThat(figure("Sessions").locator("dd").first())
                .hasText(count(known.totals().sessions().count()));
        assertThat(figure("Not answered"))
                .containsText(count(known.totals().sums().unanswered()) + " answers without a source");
        assertThat(figure("Errors")).containsText(count(known.totals().failed()) + " failed");
        assertThat(figure("Barge-ins")).containsText(count(known.totals().interrupted()) + " answers interrupted");
        assertThat(figure("Thumbs up / down"))
                .containsText(count(known.totals().sums().up()) + " / "
                        + count(known.totals().sums().down()));
        for (Report.Share problem : known.problems()) {
            assertThat(table("Errors by cause")
                            .getByRole(AriaRole.ROW)
                            .filter(new Locator.FilterOptions().setHasText(problem.name())))
                    .hasText(problem.name() + count(problem.count()));
        }
    }

    private static String count(int number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    private void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private void assertAccessible() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertTrue(violations.isEmpty(), violations.toString());
    }

    @Test
    void every_chart_has_its_numbers_in_a_table_and_they_are_the_known_ones() {
        Report known = known(TurnFilter.ALL);
        assertShown(known);
        page.locator("summary").all().forEach(Locator::click);
        assertThat(page.locator("figure canvas")).hasCount(4);
        assertThat(page.locator("figure table")).hasCount(4);
        for (Report.Day day : known.perDay()) {
            assertThat(table("Questions and sessions")
                            .locator("tbody tr")
                            .nth(known.perDay().indexOf(day)))
                    .containsText(count(day.turns()) + count(day.sessions()));
        }
        Report.Times audio = known.stages().get(5);
        assertThat(table("How long it takes")
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("First audio")))
                .containsText(time(audio.p50()) + time(audio.p95()) + time(audio.p99()));
        assertQuestions(known);
        assertAccessible();
        assertEquals(List.of(), complaints);
    }

    private void assertQuestions(Report known) {
        Locator popular = table("Popular questions").locator("tbody tr");
        assertThat(popular).hasCount(known.questions().size());
        for (QuestionGroup group : known.questions()) {
            assertThat(popular.nth(known.questions().indexOf(group)).locator("td"))
                    .hasText(new String[] {
                        count(group.tally().turns()),
                        count(group.tally().unanswered()),
                        count(group.tally().down())
                    });
        }
        assertThat(page.getByText(count(known.unlisted()) + " more were something else.", exact()))
                .isVisible();
        Locator gaps = page.locator(".gap");
        assertThat(gaps).hasCount(known.gaps().size());
        for (Gap gap : known.gaps()) {
            Locator shown = gaps.filter(new Locator.FilterOptions()
                    .setHas(page.locator("a[href='#conversation/" + gap.last().session() + "']"))
                    .setHasText(gap.question().strip().replaceAll("\\s+", " ")));
            assertThat(shown)
                    .containsText("%s of %s in vain"
                            .formatted(
                                    count(gap.tally().gaps()), count(gap.tally().turns())));
            assertEquals(gap.last().answered(), shown.getAttribute("class").contains("answered"), gap.question());
        }
        assertThat(page.locator(".gap button")).hasCount(0); // to viewers
    }

    private static String time(int ms) {
        return ms < 1000 ? ms + " ms" : "%.2f sec".formatted(ms / 1000.0);
    }

    /** What sticks out of the window without being in a box that scrolls. */
    private static final String TOO_WIDE = "() => document.documentElement.scrollWidth <= innerWidth ? []"
            + " : [...document.querySelectorAll('main *, header *')]"
            + ".filter((node) => node.getBoundingClientRect().right > innerWidth && !node.closest('.scrolls'))"
            + ".map((node) => `${node.tagName} ${node.className}`)";

    @Test
    void it_looks_well_by_day_by_night_and_on_a_phone() {
        shoot("admin-analytics");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        shoot("admin-analytics-dark");
        assertAccessible();
        page.setViewportSize(390, 844);
        await().untilAsserted(() -> assertEquals(List.of(), page.evaluate(TOO_WIDE))); // charts follow a little later
        shoot("admin-analytics-phone-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        shoot("admin-analytics-phone");
        assertAccessible();
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_filter_changes_all_numbers_and_stays_in_the_address() {
        TurnFilter failedInGerman = new TurnFilter(Optional.of("de"), Optional.empty(), Optional.of("failed"));
        choice("Language").selectOption("de");
        choice("Outcome").selectOption("failed");
        assertShown(known(failedInGerman));
        assertTrue(page.url().endsWith("#analytics/days=7&language=de&outcome=failed"), page.url());
        page.reload();
        assertShown(known(failedInGerman));
        choice("Outcome").selectOption("");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Today"))
                .check();
        assertShown(KnownReport.of(
                script, TODAY, 1, new TurnFilter(Optional.of("de"), Optional.empty(), Optional.empty())));
        assertEquals(List.of(), complaints);
    }

    @Test
    void a_question_leads_to_its_conversation() {
        Locator link = table("Latest questions").getByRole(AriaRole.LINK).nth(3);
        String session = link.getAttribute("href").replaceAll(".*/", "");
        link.click();
        assertThat(heading("Conversation")).isVisible();
        List<ScriptedTurn> turns = script.turns().stream()
                .filter(turn -> turn.session().value().equals(session))
                .toList();
        assertThat(page.locator(".turn")).hasCount(turns.size());
        shoot("admin-conversation");
        assertAccessible();
        page.goBack();
        assertThat(heading("Analytics")).isVisible();
        assertEquals(List.of(), complaints);
    }

    @Test
    void what_is_asked_now_is_told_within_seconds() {
        Calls calls = Calls.to(server);
        String session = calls.session();
        calls.ask(session, "When are you open on Saturday?");
        assertThat(page.locator("live-figures")).containsText("in the last minute");
        assertThat(page.locator("live-figures")).not().containsText("No question");
        // the other tests know of scripted turns only
        assertEquals(
                200,
                calls.send(calls.inSession(session, "/sessions/current").DELETE())
                        .statusCode());
    }

    /** Of a language of its own, so that it stands beside none of the script's. */
    @Test
    void a_gap_is_answered_on_the_spot_and_visitors_get_the_answer_within_seconds() {
        Calls calls = Calls.to(server);
        String session = calls.session();
        calls.send(calls.inSession(session, "/sessions/current/preferences")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"language\":\"it\"}")));
        Servers.fake().answer("I do not know.");
        calls.ask(session, "Posso portare il mio lama in negozio?");
        calls.ask(session, "Il mio lama in negozio?");
        Servers.fake().unscripted();
        signInAsAdmin();
        await().untilAsserted(() -> {
            page.navigate(address() + "/admin/#analytics/days=1&language=it");
            page.reload();
            assertThat(page.locator(".gap")).containsText("2 of 2 in vain", soon());
        });
        shoot("admin-gap");
        page.locator(".gap").getByRole(AriaRole.BUTTON).click();
        page.getByLabel("Answer, as it is shown and spoken").fill("Certo, il lama può entrare.");
        page.getByLabel("Title of a page to read on (may be empty)").fill("Animali in negozio");
        page.getByLabel("Its address (may be empty)").fill("https://www.example.com/animali");
        shoot("admin-gap-answering");
        assertAccessible();
        button("Accept this answer").click();
        assertThat(page.getByText("Accepted. Visitors get this answer within seconds, on all servers."))
                .isVisible();
        assertThat(page.locator(".gap.answered")).containsText("Answered by admin");
        shoot("admin-gap-answered");
        assertAccessible();
        await().untilAsserted(() -> {
            String answer =
                    calls.ask(session, "Posso portare il lama in negozio?").body();
            assertTrue(answer.contains("https://www.example.com/animali"), answer);
        });
        String told =
                Servers.fake().lastCall(FakeUpstream.CHAT).orElseThrow().json().toString();
        assertTrue(told.contains("Certo, il lama può entrare."), told);
        assertEquals(
                200,
                calls.send(calls.inSession(session, "/sessions/current").DELETE())
                        .statusCode());
        assertEquals(List.of(), complaints);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(1000);
    }

    private void signInAsAdmin() {
        page.context().clearCookies();
        page.reload();
        assertThat(page.getByLabel("User")).isVisible();
        Admins.signIn(page, "admin", Admins.PASSWORD);
        assertThat(heading("Analytics")).isVisible();
    }

    @Test
    void exports_hold_every_turn_and_only_signed_in_people_get_them() {
        String cookie = Admins.cookie(server, "viewer", Admins.VIEWERS_PASSWORD);
        HttpResponse<String> csv = get(cookie, "analytics/turns.csv?days=7&language=de");
        int german = known(new TurnFilter(Optional.of("de"), Optional.empty(), Optional.empty()))
                .totals()
                .sums()
                .turns();
        assertEquals(
                "text/csv;charset=UTF-8",
                csv.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
        assertEquals(german + 1, csv.body().split("\r\n").length);
        assertTrue(csv.body().contains("\"'=At nine, \"\"sharp\"\".\""), "a response that a spreadsheet would run");
        JsonObject[] json = jakarta.json.bind.JsonbBuilder.create()
                .fromJson(get(cookie, "analytics/turns.json?days=7&language=de").body(), JsonObject[].class);
        assertEquals(german, json.length);
        assertEquals(401, get("", "analytics/turns.csv?days=7").statusCode());
        assertEquals(401, get("", "live").statusCode());
        Problems.assertProblem(get(cookie, "analytics?days=8"), 400, "invalid-parameter");
        Problems.assertProblem(get(cookie, "analytics/turns?after=x"), 400, "invalid-parameter");
        Problems.assertProblem(get(cookie, "sessions/none/turns"), 404, "nothing-logged");
    }

    private HttpResponse<String> get(String cookie, String path) {
        return Calls.to(server).send(Admins.request(server, cookie, path).GET());
    }
}
