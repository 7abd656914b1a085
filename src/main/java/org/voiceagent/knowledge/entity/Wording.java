package org.voiceagent.knowledge.entity;

import java.util.List;

/**
 * One of the ways a question may have been worded: what is heard is not sure, what is typed is.
 *
 * @param text not blank
 * @param share how likely it is among the ways that come into question, over 0, at most 1
 */
public record Wording(String text, double share) {

    /** There is no doubt about the wording. */
    public static List<Wording> only(String text) {
        return List.of(new Wording(text, 1));
    }
}
