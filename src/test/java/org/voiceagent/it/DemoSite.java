package org.voiceagent.it;

import com.microsoft.playwright.Browser;
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
import org.junit.jupiter.api.TestInstance;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;

/** A browser on the demo site, on the embedded engines by default, with somebody who speaks into its microphone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoSite {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int MICROPHONE_RATE = 48_000;
    static final double AUDIBLE = 0.05;
    static final double PATIENCE_MS = 60_000;
    /**
     * Listens at the microphone and at the door of the sound card: when, in seconds of the page's audio, and how loud both
     * were, for each 256 samples; and the clock of these seconds.
     */
    private static final String EARS = """
            const { connect } = AudioNode.prototype;
            const { createMediaStreamSource } = AudioContext.prototype;
            const ears = new WeakMap();
            window.heard = [];
            function earOf(context) {
              if (ears.has(context)) return ears.get(context);
              const both = context.createChannelMerger(2);
              const ear = context.createScriptProcessor(256, 2, 1);
              ear.onaudioprocess = ({ playbackTime, inputBuffer }) => {
                const loudest = (channel) => Math.max(...inputBuffer.getChannelData(channel).map(Math.abs));
                window.heard.push([playbackTime, loudest(0), loudest(1)]);
              };
              connect.call(both, ear);
              connect.call(ear, context.destination);
              ears.set(context, both);
              window.clock = () => context.currentTime;
              return both;
            }
            AudioNode.prototype.connect = function (to, ...rest) {
              if (to === this.context.destination) connect.call(this, earOf(this.context), 0, 1);
              return connect.call(this, to, ...rest);
            };
            AudioContext.prototype.createMediaStreamSource = function (stream) {
              const source = createMediaStreamSource.call(this, stream);
              connect.call(source, earOf(this), 0, 0);
              return source;
            };
            """;

    /** Keeps what the page has of the microphone. */
    private static final String HELD = """
            const devices = navigator.mediaDevices ?? {}; // an insecure page has none
            const open = devices.getUserMedia;
            window.tracks = [];
            devices.getUserMedia = async function (constraints) {
              const stream = await open.call(this, constraints);
              window.tracks.push(...stream.getTracks());
              return stream;
            };
            """;

    static final String SATURDAY = "When are you open on Saturday?";
    static final String SUNDAY = "Are you open on Sunday?";

    private Server server;
    private Chromium chromium;

    final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;

    Server serverOfTheSite() {
        return Servers.embedded();
    }

    Browser.NewContextOptions contextOptions() {
        return new Browser.NewContextOptions();
    }

    @BeforeAll
    void startServerAndBrowser() throws IOException {
        server = serverOfTheSite();
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
    void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openTheSite() {
        complaints.clear();
        openTheSite(chromium);
    }

    Browser browserOfTheSite() {
        return chromium.browser();
    }

    void openTheSite(Chromium browser) {
        context = browser.browser().newContext(contextOptions());
        openAnotherPage();
    }

    /** Of the same visitor. */
    void openAnotherPage() {
        page = listenedTo(context.newPage());
        page.navigate(address());
        button("Open the voice agent").click();
    }

    Page listenedTo(Page any) {
        any.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        any.onPageError(complaints::add);
        any.addInitScript(EARS + HELD);
        return any;
    }

    @AfterEach
    void closeTheSite() {
        context.close();
    }

    String address() {
        return server.address();
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
    List<Sound> heard() {
        List<?> sounds = (List<?>) page.evaluate("() => window.heard");
        return sounds.stream().map(sound -> Sound.of((List<?>) sound)).toList();
    }

    double loudestHeard() {
        return heard().stream().mapToDouble(Sound::voice).max().orElse(0);
    }

    /** @param seconds of the page's audio; loudness of both from 0 to 1 */
    record Sound(double seconds, double microphone, double voice) {

        private static Sound of(List<?> numbers) {
            double[] values = numbers.stream()
                    .mapToDouble(number -> ((Number) number).doubleValue())
                    .toArray();
            return new Sound(values[0], values[1], values[2]);
        }
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

    Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
