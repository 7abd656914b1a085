package org.voiceagent.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;

/** A browser on the demo site, on the embedded engines, with somebody who speaks into its microphone. */
abstract class DemoSite {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MICROPHONE_RATE = 48_000;
    static final double AUDIBLE = 0.05;
    static final double PATIENCE_MS = 60_000;
    /** Listens at the door of the sound card. */
    private static final String TAP = """
            const connect = AudioNode.prototype.connect;
            window.loudestHeard = 0;
            AudioNode.prototype.connect = function (to, ...rest) {
              if (to === this.context.destination) {
                const tap = this.context.createAnalyser();
                const samples = new Float32Array(tap.fftSize);
                connect.call(this, tap);
                setInterval(() => {
                  tap.getFloatTimeDomainData(samples);
                  for (const sample of samples) {
                    window.loudestHeard = Math.max(window.loudestHeard, Math.abs(sample));
                  }
                }, 20);
              }
              return connect.call(this, to, ...rest);
            };
            """;

    /** Keeps what the page has of the microphone. */
    private static final String HELD = """
            const open = navigator.mediaDevices.getUserMedia;
            window.tracks = [];
            navigator.mediaDevices.getUserMedia = async function (constraints) {
              const stream = await open.call(this, constraints);
              window.tracks.push(...stream.getTracks());
              return stream;
            };
            """;

    static final String SATURDAY = "When are you open on Saturday?";
    static final String SUNDAY = "Are you open on Sunday?";

    static Server server;
    private static Chromium chromium;

    final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;

    @BeforeAll
    static void startServerAndBrowser() throws IOException {
        server = Servers.embedded();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        chromium = Chromium.with(microphone("question", said(SATURDAY)));
        Servers.awaitReady(server);
    }

    static short[] said(String question) {
        return SpokenQuestion.by(SpokenQuestion.Voice.SLT, question)
                .resampledTo(MICROPHONE_RATE)
                .samples();
    }

    static short[] quiet(Duration time) {
        return new short[(int) (time.toMillis() * MICROPHONE_RATE / 1000)];
    }

    /** What is heard, one after another, from the moment a page listens. */
    static Path microphone(String name, short[]... heard) throws IOException {
        int length = Arrays.stream(heard).mapToInt(part -> part.length).sum();
        ShortBuffer all = ShortBuffer.allocate(length);
        for (short[] part : heard) {
            all.put(part);
        }
        Path file = Files.createDirectories(SCREENSHOTS)
                .resolve("../" + name + ".wav")
                .normalize();
        return Files.write(file, Wav.bytes(new AudioClip(MICROPHONE_RATE, all.array())));
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openTheSite() {
        openTheSite(chromium);
    }

    void openTheSite(Chromium browser) {
        context = browser.browser().newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.addInitScript(TAP + HELD);
        page.navigate(server.url().toString());
        button("Open the voice agent").click();
    }

    @AfterEach
    void closeTheSite() {
        context.close();
    }

    String microphoneState() {
        return (String) page.evaluate("() => window.tracks.at(-1).readyState");
    }

    Locator agent() {
        return page.locator("voice-agent");
    }

    Locator turn(int index) {
        return conversation().locator(".turn").nth(index);
    }

    /** Not by waitForFunction, which evaluates a string and so breaks the page's own policy. */
    double loudestHeard() {
        return ((Number) page.evaluate("() => window.loudestHeard")).doubleValue();
    }

    void ask(String question) {
        page.getByLabel("Your question").fill(question);
        button("Send").click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator conversation() {
        return page.getByRole(AriaRole.LOG, new Page.GetByRoleOptions().setName("Conversation"));
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
