/**
 * Sentences become sound here. The answer is cut into sentences while it is still being written, because the wait a
 * visitor feels is the time to the first audible word, and each sentence is spoken on its own by one of two engines:
 * an upstream, or MaryTTS inside this JVM.
 *
 * <p>An engine gives raw samples as it makes them; what comes after it never waits for a whole sentence. A stream that
 * is closed early costs nothing more: upstream connections are closed, the embedded engine's threads are interrupted.
 *
 * <p>Markdown is taken off where sentences are cut, once for captions and speech alike. Writing out prices, times and
 * addresses is the embedded engine's own business, as upstream voices read those better than rules can.
 *
 * <p>How fast is the engine's business: who plays a sound faster lifts its pitch. {@code Delivery} is how a sentence is
 * spoken, and part of what it is remembered by.
 *
 * <p>Traps with MaryTTS. It makes its sound lazily, in a thread it gives no handle on, and a reader that goes away
 * leaves that thread blocked for ever: hence the thread groups. A word without vowels needs Guava, which therefore is
 * in the WAR although nothing of ours uses it. It logs what it speaks and writes ./log/server.log, unless its logging
 * is taken away before it starts. It throws on some dates, and reads others wrong: the rules that prevent this were
 * found by looking at the phonemes it makes of a sentence, and are best changed the same way. All its state is static,
 * so it is loaded once per application and found by the context class loader of the thread that loads it.
 */
package org.voiceagent.speech;
