package org.voiceagent.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real Chromium with a WAV as its microphone; installed here where the system allows it. */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final String ADVICE = "The browser tests need Chromium: sudo apt-get install -y chromium";
    private static final int INSTALL_MINUTES = 10;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param microphone a WAV of 48 kHz, heard once from the moment a page listens */
    static Chromium with(Path microphone) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> arguments = List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--autoplay-policy=user-gesture-required",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-audio-capture=" + microphone.toAbsolutePath() + "%noloop");
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(installed())
                                .setArgs(arguments)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path installed() {
        return found().orElseGet(() -> {
            install();
            return found().orElseThrow(() -> new IllegalStateException(ADVICE));
        });
    }

    private static Optional<Path> found() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static void install() {
        try {
            List<String> command = new ArrayList<>();
            if (!"root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("sudo", "-n"));
            }
            command.addAll(List.of("sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium"));
            Process apt = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "chromium-install.log").toFile())
                    .start();
            if (!apt.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || apt.exitValue() != 0) {
                throw new IllegalStateException(ADVICE + " (see target/chromium-install.log)");
            }
        } catch (IOException noApt) {
            throw new IllegalStateException(ADVICE, noApt);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ADVICE, interrupted);
        }
    }
}
