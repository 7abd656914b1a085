package org.voiceagent.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A call from an address, and with a Host header, that Java's client cannot choose.
 *
 * @param address of this machine
 */
record RawCall(String address, String host) {

    static RawCall from(String address, String host) {
        return new RawCall(address, host);
    }

    /** @param text as it was sent, in chunks or not */
    record Answer(int status, String text) {

        /** All values of the header. */
        List<String> all(String header) {
            String start = header.toLowerCase(Locale.ROOT) + ": ";
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .toList();
        }

        String first(String header) {
            return all(header).stream().findFirst().orElse("none");
        }
    }

    /**
     * @param line method and path
     * @param rest of the headers, without those of this class, and the body
     */
    Answer send(Server server, String line, String rest) throws IOException {
        String request = line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + rest;
        try (Socket socket = new Socket(
                InetAddress.getByName("127.0.0.1"), server.url().getPort(), InetAddress.getByName(address), 0)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(answer.split(" ")[1]), answer);
        }
    }
}
