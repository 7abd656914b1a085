package org.voiceagent.conversation.boundary;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a multipart body by name, read into memory; the filter of bodies has limited how much that is. */
record FormParts(Map<String, byte[]> parts) {

    static FormParts of(List<EntityPart> parts) throws IOException {
        Map<String, byte[]> bytes = new HashMap<>();
        for (EntityPart part : parts) {
            try (InputStream content = part.getContent()) {
                bytes.put(part.getName(), content.readAllBytes());
            }
        }
        return new FormParts(bytes);
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
    }
}
