/**
 * What a visitor says, as text: by an upstream, or by sphinx4 inside this JVM where there is none.
 *
 * <p>The embedded engine takes sphinx4's features, acoustic model, dictionary and search, and leaves its loaders:
 * those keep a frame's scores in the model, so that each recogniser would need a model of its own, over 300 MB; two
 * take 130 MB now. What it expects to hear is made when the knowledge base is loaded: its words, their relatives and
 * 10,000 frequent ones; n-grams half of the knowledge base (its sentences, and questions made of its phrases) and half
 * of general English, read once from the library's own model and cut down to these words. Fewer words would be faster,
 * but with them off-topic questions are heard as questions about the site, which then are answered.
 *
 * <p>Before the search an utterance's frequencies are warped as fits the phones best ({@code VocalTract}). The search
 * tells the best eight sequences of words, not only one: where the second best holds the word that counts, the
 * knowledge base finds it.
 *
 * <p>Measured before that, with narrower beams, on 80 development questions in two synthetic voices: 11 % of the words
 * wrong, 29 % off topic, at 0.4 of real time on one core; with all of this it takes about twice the time. General words
 * (6,000 instead of 1,000) were worth five points, question patterns two to six.
 *
 * <p>Traps. Digital silence is heard as words, so a trace of noise is added to it. The front end needs {@code
 * SpeechEndSignal} before {@code DataEndSignal}, else the last frames are lost, and the search returns no result at
 * all when the scorer ends with {@code null}. The library's phone look-ahead prunes right words. Its loggers have
 * simple class names. Steady noise takes longer than speech (twice real time), so {@code UtteranceReader} keeps it
 * away.
 */
package org.voiceagent.transcription;
