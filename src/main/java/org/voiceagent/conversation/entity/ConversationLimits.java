package org.voiceagent.conversation.entity;

import java.time.Duration;

/**
 * How much of a conversation is kept, and how much of it a prompt may hold.
 *
 * @param ttl life of a session after its last turn
 * @param mostTurns turns kept; older ones go
 * @param turnsPerHour turns in any 60 minutes; 0 is without limit
 * @param turnLease longest life of a turn; one that runs longer has died with its member
 * @param windowTurns most turns in a prompt
 * @param windowTokens most tokens of history in a prompt
 * @param passages most passages of the knowledge base given to the answer
 * @param questionCharacters longest question
 * @param historyMessages most messages of a history the client keeps
 */
public record ConversationLimits(
        Duration ttl,
        int mostTurns,
        int turnsPerHour,
        Duration turnLease,
        int windowTurns,
        int windowTokens,
        int passages,
        int questionCharacters,
        int historyMessages) {}
