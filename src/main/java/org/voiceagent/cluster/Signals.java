package org.voiceagent.cluster;

import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.util.function.Consumer;

/** Short messages to all members, this one included. One that dies under way may not have told everybody. */
public final class Signals {

    private final ITopic<String> topic;

    Signals(ITopic<String> topic) {
        this.topic = topic;
    }

    public void send(String signal) {
        SharedMap.reached(() -> {
            topic.publish(signal);
            return signal;
        });
    }

    /** @param receiver called on a thread of the member's; it must not wait long */
    public void receive(Consumer<String> receiver) {
        topic.addMessageListener((Message<String> message) -> receiver.accept(message.getMessageObject()));
    }
}
