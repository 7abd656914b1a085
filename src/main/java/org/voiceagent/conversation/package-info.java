/**
 * Owns a turn and the memory of a session; the only component that knows all stages.
 *
 * <p>{@link org.voiceagent.conversation.control.TurnPipeline} is the place to start reading. A turn takes values, never
 * scoped proxies, because it outlives the request that asked for it; {@code VisitorSession} is the request's view.
 *
 * <p>All calls that cost money are resources of this component, {@code /transcribe} and {@code /speak} too: they need a
 * session, and only this component knows sessions.
 *
 * <p>Whoever wants to know of turns observes {@code TurnCompleted}, of what visitors think of them {@code TurnRated}; nobody
 * is called. The former holds the visitor's words, so what observes it must not log them.
 *
 * <p>A person is offered after an answer, by {@code HandoffOffers}, and told by {@code HandoffMessages}, which keeps nothing.
 *
 * <p>Traps: a resource that waited for an upstream would hold one of the server's 200 HTTP threads, so work is handed over
 * to {@code TurnThreads}; {@code SseEventSink} sends its status when the resource returns, before an upstream could have
 * refused, so events are a {@code StreamingOutput}; a turn's speech comes on another thread than its text, so what writes
 * them takes one at a time.
 */
package org.voiceagent.conversation;
