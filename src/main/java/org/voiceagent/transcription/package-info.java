/**
 * What a visitor says, as text: by an upstream, or by sphinx4 inside this JVM where there is none.
 *
 * <p>The embedded engine takes sphinx4's features, acoustic model, dictionary and search, and leaves its loaders: those
 * keep a frame's scores in the model, so that each recogniser would need a model of its own (300 MB for two; 130 MB now).
 * What it expects to hear is made when the knowledge base is loaded: its words, their relatives and 10,000 frequent ones;
 * n-grams half of the knowledge base (its sentences, and questions made of its phrases) and half of general English,
 * read once from the library's own model and cut down to these words. A closed vocabulary would be faster, but it hears
 * off-topic questions as questions about the site, which then are answered.
 *
 * <p>Measured on 80 development questions in two synthetic voices: 11 % of the words wrong, 0.35 of real time on one
 * core. Frequent words of general English, not the domain's sentences, are the largest part of it; question patterns
 * are worth 2 to 6 points.
 *
 * <p>Traps. Digital silence is heard as words, so a trace of noise is added to it. A trained front end needs
 * {@code SpeechEndSignal} before {@code DataEndSignal}, else the last frames are lost, and the search returns no result
 * at all when the scorer ends with {@code null}. The library's phone look-ahead prunes right words. Its loggers have
 * simple class names. Steady noise takes longer than speech (twice real time): {@code UtteranceReader} keeps it away.
 */
package org.voiceagent.transcription;
