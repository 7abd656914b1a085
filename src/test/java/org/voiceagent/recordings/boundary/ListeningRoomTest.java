package org.voiceagent.recordings.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.voiceagent.web.Problem;

class ListeningRoomTest {

    private final ListeningRoom room = new ListeningRoom();

    @Test
    void who_finds_it_full_comes_again_when_another_one_has_left() {
        for (int listening = 0; listening < ListeningRoom.MOST; listening++) {
            room.enter();
        }
        assertEquals(503, assertThrows(Problem.class, room::enter).status());
        room.leave();
        room.enter();
        assertThrows(Problem.class, room::enter);
    }
}
