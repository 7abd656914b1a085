package org.voiceagent.transcription.control;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/**
 * The transcription call of an API compatible with OpenAI's. Public because proxies of a Rest Client interface must see
 * it. The body is bytes made here: no way to hand over parts works on all servers.
 */
public interface TranscriptionApi {

    /**
     * The answer is a stream so that its size and time can be limited; the caller closes it. The path stands here and not at
     * the interface, which Jersey would take for a resource of our own.
     */
    @POST
    @Path("/audio/transcriptions")
    @Produces(MediaType.WILDCARD)
    InputStream transcribe(@HeaderParam("Content-Type") String multipart, byte[] body);
}
