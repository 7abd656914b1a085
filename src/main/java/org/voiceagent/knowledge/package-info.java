/**
 * What the website says, and which piece of it answers a question.
 *
 * <p>The site's texts are Markdown entries in a folder, split at their headings: a passage is small enough to be spoken
 * and has an address a visitor can open. Everything is held in memory and built anew at each start, so that no member of
 * a cluster needs a shared disk or can be out of date.
 *
 * <p>A question is compared with passages in two ways. By words: BM25, with stems and with synonyms of general English,
 * and the part of the question's information that a passage's words hold. By meaning: sentence vectors of a small
 * encoder, computed in plain Java, because the usual runtime is ninety megabytes of native libraries that load once per
 * server. The right passage comes first for 76 of 100 questions by words alone and for 86 with both (cross-validated on
 * the development questions). The model is a library of data only and may be left out of the WAR.
 *
 * <p>Relevance is a probability, not a score: the relevances of one question's passages add up to the probability that
 * the site answers it. Two passages that answer equally well have half of it each, so a threshold belongs on the sum.
 *
 * <p>Traps: vectors are computed after the start, in the background, and until then relevances are those of the search
 * by words; a word the site never uses counts most against a passage, so function words missing from the list of stop
 * words do harm; Lucene finds its codecs through the thread's class loader, which is not the WAR's during a start.
 */
package org.voiceagent.knowledge;
