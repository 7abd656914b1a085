package org.voiceagent.conversation.boundary;

import java.io.IOException;
import java.io.OutputStream;

/** Where the visitor's side has gone before anything was written. */
final class GoneOutput extends OutputStream {

    @Override
    public void write(int next) throws IOException {
        throw new IOException("the connection was closed before the answer began");
    }
}
