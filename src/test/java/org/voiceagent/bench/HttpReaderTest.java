package org.voiceagent.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpReaderTest {

    private static final String TRAFFIC = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
            + "HTTP/1.1 204 No Content\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nby\r\n1\r\ne\r\n0\r\n\r\n";

    @Test
    void reads_one_message_after_the_other_however_the_bytes_are_cut() {
        byte[] bytes = TRAFFIC.getBytes(StandardCharsets.US_ASCII);
        for (int size = 1; size <= bytes.length; size++) {
            Bodies bodies = new Bodies();
            HttpReader reader = new HttpReader(bodies);
            for (int start = 0; start < bytes.length; start += size) {
                reader.read(ByteBuffer.wrap(bytes, start, Math.min(size, bytes.length - start)));
            }
            assertEquals(List.of("hello", "", "bye"), bodies.all, "in pieces of " + size);
        }
    }

    private static final class Bodies implements HttpReader.Listener {

        private final List<String> all = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();

        @Override
        public void head(String head) {
            body.setLength(0);
        }

        @Override
        public void body(ByteBuffer bytes) {
            body.append(StandardCharsets.US_ASCII.decode(bytes));
        }

        @Override
        public void end() {
            all.add(body.toString());
        }
    }
}
