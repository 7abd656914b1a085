package org.voiceagent.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Reads bodies taken as bytes in small pieces. Jersey's own reader doubles a buffer as it goes, which for a recording is
 * three times its size in arrays too large for the young generation, and makes the heap grow.
 */
@Provider
public class WholeBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        return body.getType() == byte[].class ? body.getInputStream().readAllBytes() : body.proceed();
    }
}
