package org.voiceagent.knowledge.entity;

/** An accepted answer, as it is kept. */
public record KeptAnswer(KeptDocument document, AcceptedAnswer answer) {}
